import type {
  AlternativeDetails,
  AlternativeInfo,
  AlternativeOperation,
  PaymentInfo,
  PaymentOperation,
} from "../../rozetkapay/client"
import { CHARGED, SIGNED } from "../current-api/operation-of"

/*
 * RozetkaPay's words on alternative payments as those of a payment, which src/providers/current-api/ reads.
 */

/**
 * By the payments in instalments, with which these share their codes, the money of a signed contract is held
 * until the lender pays it out; and it is the merchant's where the step says of itself that there is no other.
 * A success by another code, or by none, is of the request or of what nobody knows: not yet money.
 */
const asAttempt = (details: AlternativeDetails): AlternativeDetails => {
  if (details.status !== "success" || details.statusCode === CHARGED) return details
  if (details.statusCode !== SIGNED) return { ...details, status: "pending" }
  return details.oneStage === true ? { ...details, statusCode: CHARGED } : details
}

export const asPaymentInfo = (info: AlternativeInfo): PaymentInfo => ({
  id: info.id,
  externalId: info.externalId,
  // Before it is paid this is what was asked for, which says nothing of what comes.
  amount: info.purchased === true ? info.amount : null,
  // Of its operations.
  currency: null,
  amountConfirmed: null,
  amountCanceled: null,
  amountRefunded: info.amountRefunded,
  purchased: info.purchased,
  confirmed: null,
  canceled: null,
  refunded: info.refunded,
  purchaseDetails: info.purchaseDetails.map(asAttempt),
  confirmationDetails: [],
  cancellationDetails: [],
  refundDetails: info.refundDetails,
  action: null,
  actionRequired: false,
  receiptUrl: info.purchaseDetails.flatMap(({ receiptUrl }) => receiptUrl ?? []).at(-1) ?? null,
  createdAt: null,
  paymentMethod: null,
  express: null,
})

/** A callback, or an answer, as a payment's. A method that nobody knows is no operation that we know. */
export const asPaymentOperation = (one: AlternativeOperation): PaymentOperation => {
  const operation = one.details && operationBy(one.details)
  return {
    id: one.id,
    externalId: one.externalId,
    operation,
    isSuccess: one.details?.status === "success",
    actionRequired: one.action !== null,
    action: one.action,
    details: operation === "payment" && one.details ? asAttempt(one.details) : one.details,
    receiptUrl: one.receiptUrl,
    metadata: one.metadata,
    paymentMethod: null,
  }
}

/** The document names but one method, `create`, of refunds as well: a code that only refunds have says so. */
const operationBy = ({ method, statusCode }: AlternativeDetails): string | null => {
  if (method === "refund" || OF_REFUND.test(statusCode ?? "")) return "refund"
  return method === "create" ? "payment" : null
}

/** refund_successful, refund_pending, insufficient_funds_for_refund. */
const OF_REFUND = /(^|_)refund(_|$)/
