import { maskOf } from "../cards"
import { invalidBody } from "../gateway-error"
import { toDecimal } from "../money"
import { type Operation, type OperationStatus, type Payment, paidBy } from "../payment"
import { commissionOf, isCapture } from "../payouts"
import { paypartsOf } from "../payparts/order-state"
import { readRequest, reportShape } from "../request-shapes"
import { type ApiEndpoint, ok } from "./endpoint"
import { mayReach } from "./known-payment"

const DAY_MS = 86_400_000
const LONGEST_DAYS = 14
const OLDEST_DAYS = 90

/** POST /api/reports/v1/transactions: every operation of the login made on those days (UTC). */
export const reports: ApiEndpoint = {
  name: "reports",
  method: "post",
  path: "/api/reports/v1/transactions",
  answer(call) {
    const { world, merchant, body } = call
    const request = readRequest(reportShape, body)
    const from = Date.parse(request.date_from)
    const to = Date.parse(request.date_to)
    if (to < from) throw invalidBody("date_to", "date_to is before date_from")
    if (to - from > LONGEST_DAYS * DAY_MS)
      throw invalidBody("date_to", `The period must not exceed ${LONGEST_DAYS} days`)
    if (Date.now() - from > (OLDEST_DAYS + 1) * DAY_MS)
      throw invalidBody("date_from", `date_from is more than ${OLDEST_DAYS} days in the past`)
    const { payparts_in_report, alternative_in_report } = world.quirks
    const kinds: Payment["kind"][] = [
      "payment",
      ...(payparts_in_report ? (["payparts"] as const) : []),
      ...(alternative_in_report ? (["alternative"] as const) : []),
    ]
    const transactions = world.payments
      .list(merchant.login)
      .filter(({ kind }) => kinds.includes(kind))
      .filter((payment) => mayReach(call, payment))
      .flatMap((payment) =>
        payment.operations
          .filter(({ method }) => method !== "postpayment")
          .map((operation) => row(payment, operation)),
      )
      .filter(({ created_at }) => {
        const at = Date.parse(created_at)
        return at >= from && at < to + DAY_MS
      })
      .filter(({ operation_type }) => listed(request.operation_types, operation_type))
      .filter(({ status }) => listed(request.statuses, status))
      .sort((a, b) => a.created_at.localeCompare(b.created_at))
    return ok({ transactions })
  },
}

const listed = (wanted: readonly string[] | undefined, value: string): boolean =>
  wanted === undefined || wanted.length === 0 || wanted.includes(value)

const TYPE_OF_METHOD: Record<Operation["method"], string> = {
  purchase: "purchase",
  postpayment: "create",
  auth: "auth",
  capture: "capture",
  void: "void",
  refund: "refund",
  chargeback: "refund",
  representment: "payment",
  lookup: "auth",
  p2p: "p2p",
  credit: "credit",
}

const STATUS: Record<OperationStatus, string> = {
  success: "Success",
  failure: "Failed",
  pending: "Pending",
}

/** The legacy numbers that the report still uses. */
const STATUS_CODE: Record<OperationStatus, number> = { success: 1000, failure: 2000, pending: 2122 }

function row(payment: Payment, operation: Operation) {
  const card = operation.card ?? paidBy(payment)?.card ?? null
  const amount = toDecimal(operation.amount, operation.currency)
  const instalments = paypartsOf(payment)
  const isCreate = instalments !== null && operation.operation === "payment"
  const description = payment.request.description
  return {
    order_id: payment.id,
    transaction_id: operation.transaction_id,
    external_id: payment.external_id,
    unified_external_id: "",
    operation_type: isCreate ? "create" : TYPE_OF_METHOD[operation.method],
    status: STATUS[operation.status],
    status_code: STATUS_CODE[operation.status],
    payment_method: instalments ? "payparts" : "card",
    project_name: payment.login,
    order_description: typeof description === "string" ? description : "",
    payer_card_mask: card ? maskOf(card) : "",
    payer_bank_name: instalments?.bank ?? "Sandbox Bank",
    bin_payment_system: card?.system ?? "",
    original_amount: amount,
    payer_amount: amount,
    currency: operation.currency,
    payer_fee: "0.00",
    merchant_fee: toDecimal(
      isCapture(operation) ? commissionOf(operation.amount) : 0n,
      operation.currency,
    ),
    auth_code: operation.transaction_id.slice(-6),
    rrn: operation.transaction_id.slice(-12),
    created_at: operation.at,
    processed_at: operation.processed_at ?? "",
  }
}
