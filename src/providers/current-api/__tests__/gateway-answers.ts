import fc from "fast-check"
import { minor } from "../../../core/__tests__/random-ledgers"
import type { Ledger } from "../../../core/ledger"
import type { WebhookEvent } from "../../../provider/payment-gateway"
import type { PaymentInfo } from "../../../rozetkapay/client"
import { paymentInfo } from "../../../rozetkapay/payments/payment-info"
import { parseCallback } from "../../../rozetkapay/webhook/callback"
import { eventOf } from "../webhook-event"

export type Status = "pending" | "success" | "failure"

/** One operation as the gateway knows it. */
export type GatewayOperation = {
  operation: "payment" | "confirm" | "cancel" | "refund"
  id: string
  /** Minor units of UAH. */
  units: number
  status: Status
}

/** What nobody outside RozetkaPay knows of its answers: a ledger must come out the same under each. */
export type Reading = {
  /** A refund on its way is in `amount_refunded` already. */
  pendingInSum: boolean
  /** What `confirmed` says of a payment that was captured at once. */
  oneStepConfirmed: boolean
  emptyLists: "null" | "empty"
  numbers: boolean
  sums: "given" | "absent"
}

export const readings: fc.Arbitrary<Reading> = fc.record({
  pendingInSum: fc.boolean(),
  oneStepConfirmed: fc.boolean(),
  emptyLists: fc.constantFrom("null", "empty"),
  numbers: fc.boolean(),
  sums: fc.constantFrom("given", "absent"),
})

export const PLAIN: Reading = {
  pendingInSum: false,
  oneStepConfirmed: false,
  emptyLists: "null",
  numbers: false,
  sums: "given",
}

export type History = { twoStep: boolean; operations: GatewayOperation[] }

const wire = (one: GatewayOperation) => ({
  operation_id: one.id,
  amount: minor(one.units),
  currency: "UAH",
  status: one.status,
  status_code: one.status === "failure" ? "transaction_rejected" : "transaction_successful",
})

const totalOf = (
  operations: GatewayOperation[],
  operation: GatewayOperation["operation"],
  ...statuses: Status[]
): number =>
  operations
    .filter((one) => one.operation === operation && statuses.includes(one.status))
    .reduce((total, one) => total + one.units, 0)

/** `GET info` of such a history, read by the client's own schema; null while there is nothing to show. */
export const infoOf = (
  { twoStep, operations }: History,
  reading: Reading = PLAIN,
): PaymentInfo | null => {
  if (operations.length === 0) return null
  const paid = totalOf(operations, "payment", "success")
  const confirmed = twoStep
    ? totalOf(operations, "confirm", "success")
    : reading.oneStepConfirmed
      ? paid
      : 0
  const canceled = totalOf(operations, "cancel", "success")
  const refunded = reading.pendingInSum
    ? totalOf(operations, "refund", "success", "pending")
    : totalOf(operations, "refund", "success")
  const money = (units: number) => (reading.numbers ? Number(minor(units)) : minor(units))
  const list = (operation: GatewayOperation["operation"]) => {
    const entries = operations.filter((one) => one.operation === operation).map(wire)
    return entries.length === 0 && reading.emptyLists === "null" ? null : entries
  }
  const sums = {
    amount_confirmed: money(confirmed),
    amount_canceled: money(canceled),
    amount_refunded: money(refunded),
  }
  return paymentInfo.parse({
    id: "407932919957434368",
    external_id: "payses_01",
    amount: money(operations[0]?.units ?? 0),
    currency: "UAH",
    ...(reading.sums === "given" ? sums : {}),
    purchased: paid > 0,
    purchase_details: list("payment"),
    confirmed: confirmed > 0,
    confirmation_details: list("confirm"),
    canceled: canceled > 0,
    cancellation_details: list("cancel"),
    refunded: refunded > 0,
    refund_details: list("refund"),
  })
}

/** The signed callback that told of one operation. */
export const callbackOf = (one: GatewayOperation): WebhookEvent =>
  eventOf(
    parseCallback(
      Buffer.from(
        JSON.stringify({
          id: "407932919957434368",
          external_id: "payses_01",
          operation: one.operation,
          is_success: one.status === "success",
          details: wire(one),
        }),
      ),
    ),
  )

/** What any ledger of such a history must say: the plain sums, refunds on their way included. */
export const truthOf = ({ twoStep, operations }: History): Ledger => {
  const paid = totalOf(operations, "payment", "success")
  const refunded = totalOf(operations, "refund", "success", "pending")
  return {
    currency: "UAH",
    authorized: minor(paid),
    captured: minor(twoStep ? totalOf(operations, "confirm", "success") : paid),
    canceled: minor(totalOf(operations, "cancel", "success")),
    refunded: minor(paid > 0 ? refunded : 0),
  }
}

const moves = fc.record({
  kind: fc.constantFrom("confirm", "cancel", "refund"),
  quarters: fc.integer({ min: 1, max: 4 }),
  status: fc.constantFrom<Status>("success", "success", "pending", "failure"),
})

/** Payments as they go: refused tries, then one success, then captures, cancels and refunds of what there is. */
export const histories: fc.Arbitrary<History> = fc
  .record({
    twoStep: fc.boolean(),
    amount: fc.integer({ min: 1, max: 10_000_000 }),
    refusedBefore: fc.integer({ min: 0, max: 2 }),
    steps: fc.array(moves, { maxLength: 6 }),
  })
  .map(({ twoStep, amount, refusedBefore, steps }) => {
    const operations: GatewayOperation[] = []
    // Ids as RozetkaPay's own: beyond what a JavaScript number can hold.
    const write = (operation: GatewayOperation["operation"], units: number, status: Status) =>
      operations.push({
        operation,
        units,
        status,
        id: `40793291995743${operations.length + 1000}`,
      })
    for (let tries = 0; tries < refusedBefore; tries += 1) write("payment", amount, "failure")
    write("payment", amount, "success")
    let [hold, kept] = twoStep ? [amount, 0] : [0, amount]
    for (const { kind, quarters, status } of steps) {
      const units = Math.floor(((kind === "refund" ? kept : hold) * quarters) / 4)
      if (units === 0) continue
      if (kind === "refund") {
        write("refund", units, status)
        if (status !== "failure") kept -= units
      } else {
        // A capture or a cancellation that is still under way has moved nothing yet; nothing more is asked of that part.
        write(kind, units, status)
        if (status !== "failure") hold -= units
        if (status === "success" && kind === "confirm") kept += units
      }
    }
    return { twoStep, operations }
  })
