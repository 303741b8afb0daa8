import { emptyLedger } from "../../../../core/ledger"
import { amountOf, sum, zero } from "../../../../core/money"
import type { GatewayLedger, WebhookEvent } from "../../../payment-gateway"
import type { BankOperation } from "./bank"

/**
 * The bank's operations as the port's ledger. What is not "done" moves nothing, whatever else it is
 * called; what is done without an amount makes the whole unclear.
 */
export const exampleLedger = (operations: BankOperation[], currency: string): GatewayLedger => {
  // One operation counts once, however often it was told.
  const known = [...new Map(operations.map((one) => [one.id, one])).values()]
  const done = known.filter(({ status }) => status === "done")
  const unsaid = done.find((one) => one.amount === null || one.currency !== currency)
  const sumOf = (...kinds: BankOperation["kind"][]) =>
    sum(
      done
        .filter(({ kind }) => kinds.includes(kind))
        .map(({ amount }) => amountOf(amount ?? 0, currency)),
      currency,
    )
  const sums = {
    ...emptyLedger(currency),
    authorized: sumOf("charge", "authorize"),
    captured: sumOf("charge", "capture"),
    canceled: sumOf("cancel"),
    refunded: sumOf("refund"),
  }
  const isPaid = done.some(({ kind }) => kind === "charge" || kind === "authorize")
  const isRefused = known.some(({ status }) => status === "refused")
  return {
    ...(unsaid ? emptyLedger(currency) : sums),
    paymentId: null,
    unclear: unsaid ? `the bank does not say how much the ${unsaid.kind} was` : null,
    pending: false,
    underWay: { capture: zero(currency), cancel: zero(currency) },
    refundFailed: false,
    decline: isRefused && !isPaid ? { code: "refused_by_bank", description: null } : null,
  }
}

/** An event that `read-webhook.ts` made, as the operation that it was made of. */
export const operationsOf = (events: WebhookEvent[]): BankOperation[] =>
  events.flatMap(({ details }) => {
    const kind = KINDS.find((one) => one === details?.method)
    if (!details?.operationId || !details.currency || !kind) return []
    const { operationId: id, amount, currency } = details
    return [{ id, kind, amount, currency, status: STATUS[details.status] }]
  })

const KINDS = ["charge", "authorize", "capture", "cancel", "refund"] as const

const STATUS: Record<NonNullable<WebhookEvent["details"]>["status"], string> = {
  success: "done",
  failure: "refused",
  init: "not yet",
  pending: "not yet",
  unknown: "not yet",
}
