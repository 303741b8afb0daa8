import type {
  AlternativeDetails,
  AlternativeInfo,
  AlternativeOperation,
  PaymentInfo,
  PaymentOperation,
} from "../../rozetkapay/client"

/*
 * RozetkaPay's words on alternative payments as those of a payment, which src/providers/current-api/ reads.
 */

/**
 * The lender's contract is signed. By the payments in instalments, with which these share their codes, the
 * money is then held until the lender pays it out; and it is the merchant's where the step says of itself
 * that there is no other.
 */
const SIGNED = "contract_was_signed_on_client_side"
const PAID = "transaction_successful"

const asPaid = (details: AlternativeDetails): AlternativeDetails =>
  details.statusCode === SIGNED && details.oneStage === true
    ? { ...details, statusCode: PAID }
    : details

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
  purchaseDetails: info.purchaseDetails.map(asPaid),
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
export const asPaymentOperation = (one: AlternativeOperation): PaymentOperation => ({
  id: one.id,
  externalId: one.externalId,
  operation: one.details && operationBy(one.details),
  isSuccess: one.details?.status === "success",
  actionRequired: one.action !== null,
  action: one.action,
  details: one.details && asPaid(one.details),
  receiptUrl: one.receiptUrl,
  metadata: one.metadata,
  paymentMethod: null,
})

/** The document names but one method, `create`, of refunds as well: a code that only refunds have says so. */
const operationBy = ({ method, statusCode }: AlternativeDetails): string | null => {
  if (method === "refund" || OF_REFUND.test(statusCode ?? "")) return "refund"
  return method === "create" ? "payment" : null
}

/** refund_successful, refund_pending, insufficient_funds_for_refund. */
const OF_REFUND = /(^|_)refund(_|$)/
