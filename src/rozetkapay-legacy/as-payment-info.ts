import type {
  OperationDetails,
  PaymentInfo,
  PaymentMethod,
  PaymentOperation,
} from "../rozetkapay/client"
import type { LegacyTransaction } from "./transactions/transaction"

/**
 * An order's transactions in the words of the current API, so that whatever reads its `info` reads
 * these as well. Null when there is nothing of a payment among them.
 *
 * The sums (`amount`, `amountConfirmed`, …) and flags stay null, but for `purchased`: the legacy API
 * states none, its list is the whole ledger. Lookups, P2P payments and payouts are no payments to the
 * shop and are left out; so is a payment with the status "init", which nobody has tried to pay. A method that the document does not name moves nothing.
 */
export function paymentInfoOf(transactions: LegacyTransaction[]): PaymentInfo | null {
  const all = transactions.flatMap((one) => {
    const operation = operationOf(one)
    return operation === null ? [] : [{ operation, one, details: detailsOf(one) }]
  })
  const attempts = all.filter(({ operation }) => operation === "payment").map(({ one }) => one)
  // An invoice: nobody has tried to pay yet, so it is no attempt that could end one way or the other.
  const tried = all.filter(({ operation, one }) => operation !== "payment" || one.status !== "init")
  const listOf = (wanted: PaymentOperationName) =>
    tried.filter(({ operation }) => operation === wanted).map(({ details }) => details)
  const shown = attempts.find(isSuccess) ?? attempts.at(-1) ?? all[0]?.one
  if (shown === undefined) {
    return null
  }
  const waiting = attempts.some(isSuccess) ? undefined : attempts.find((one) => one.userActionUrl)
  return {
    id: shown.paymentId,
    externalId: shown.orderId,
    amount: null,
    currency: shown.currency,
    amountConfirmed: null,
    amountCanceled: null,
    amountRefunded: null,
    purchased: attempts.some(isSuccess) || all.some(provesPayment),
    confirmed: null,
    canceled: null,
    refunded: null,
    purchaseDetails: listOf("payment"),
    confirmationDetails: listOf("confirm"),
    cancellationDetails: listOf("cancel"),
    refundDetails: listOf("refund"),
    action: waiting?.userActionUrl ? { type: "url", value: waiting.userActionUrl } : null,
    actionRequired: waiting !== undefined,
    receiptUrl: all.flatMap(({ one }) => one.receiptUrl ?? []).at(-1) ?? null,
    createdAt: shown.createdAt,
    paymentMethod: paymentMethodOf(shown),
  }
}

/**
 * One transaction (an answer, or a genuine webhook) in the words of the current API; null when it is
 * no movement of a payment to the shop.
 */
export function paymentOperationOf(one: LegacyTransaction): PaymentOperation | null {
  const operation = operationOf(one)
  if (operation === null) {
    return null
  }
  return {
    id: one.paymentId,
    externalId: one.orderId,
    operation,
    isSuccess: isSuccess(one),
    actionRequired: one.userActionRequired,
    action: one.userActionUrl ? { type: "url", value: one.userActionUrl } : null,
    details: detailsOf(one),
    receiptUrl: one.receiptUrl,
    metadata: one.properties,
    paymentMethod: paymentMethodOf(one),
  }
}

const paymentMethodOf = ({ payway, card }: LegacyTransaction): PaymentMethod => ({
  type: payway ?? (card.mask === null ? null : "cc_token"),
  mask: card.mask,
  paymentSystem: card.paymentSystem,
  bank: card.bank,
  expiresAt: null,
  binCountry: null,
})

type PaymentOperationName = "payment" | "confirm" | "cancel" | "refund"

function operationOf({ method }: LegacyTransaction): PaymentOperationName | null {
  switch (method) {
    case "purchase":
    case "auth":
      return "payment"
    case "capture":
      return "confirm"
    case "void":
      return "cancel"
    case "refund":
      return "refund"
    default:
      return null
  }
}

/**
 * Money that was captured or returned had been paid, whatever became of the word on the payment
 * itself: there is a failure code "Payment was refunded" (5154), and no word on what bears it. Such a
 * ledger says "paid" without saying how much, which nobody may act on.
 */
const provesPayment = ({ operation, one }: { operation: string; one: LegacyTransaction }) =>
  (operation === "confirm" || operation === "refund") && isSuccess(one)

const isSuccess = ({ status }: LegacyTransaction) => status === "success"

const detailsOf = (one: LegacyTransaction): OperationDetails => ({
  // Primary operations have none of their own; the document's example gives a payment's auth and
  // capture one transaction id, but they never stand in one list.
  operationId: one.operationId ?? one.transactionId,
  amount: one.amount,
  currency: one.currency,
  status: one.status,
  statusCode: one.statusCode,
  statusDescription: one.statusDescription,
  method: one.method,
  paymentId: one.paymentId,
  transactionId: one.transactionId,
  createdAt: one.createdAt,
  processedAt: one.processedAt,
  rrn: one.rrn,
  authCode: one.authCode,
  fee: one.fee?.amount ?? null,
  feeCurrency: one.fee?.currency ?? null,
  bankName: one.acquirer,
  terminalName: one.terminalName,
  merchantId: null,
  terminalId: null,
  billingOrderId: one.billingOrderId,
  gatewayOrderId: one.gatewayOrderId,
  fiscalization: null,
})
