import type { Operation, OperationKind, OperationMeaning } from "../../core/operation"
import type { OperationDetails, PaymentInfo } from "../../rozetkapay/client"

/** An entry of RozetkaPay's lists, or what a callback tells, in the port's words. */
export const operationOf = (kind: OperationKind, one: OperationDetails): Operation => {
  const says = meaningOf(kind, one)
  return {
    kind,
    id: one.operationId,
    transaction: one.transactionId,
    status: statusOf(kind, one),
    amount: one.amount,
    currency: one.currency,
    ...(says && { says }),
    ...(one.status === "failure" && {
      decline: { code: one.statusCode, description: one.statusDescription },
    }),
  }
}

/** All that `info` lists. */
export const operationsIn = (info: PaymentInfo | null): Operation[] => [
  ...listed("authorize", info?.purchaseDetails),
  ...listed("capture", info?.confirmationDetails),
  ...listed("cancel", info?.cancellationDetails),
  ...listed("refund", info?.refundDetails),
]

const listed = (kind: OperationKind, details: OperationDetails[] = []): Operation[] =>
  details.map((one) => operationOf(kind, one))

/** An unknown status is "not yet", never "paid"; and so is an attempt to pay with a success's code that nobody knows. */
const statusOf = (
  kind: OperationKind,
  { status, statusCode }: OperationDetails,
): Operation["status"] => {
  switch (status) {
    case "success":
      return kind === "authorize" && !isCodeOfMoney(statusCode) ? "pending" : "success"
    case "failure":
      return "failure"
    case "init":
    case "pending":
    case "unknown":
      return "pending"
  }
}

/** Of instalments, loans and leases: the customer has signed, and the money is held until it is captured. */
export const SIGNED = "contract_was_signed_on_client_side"

export const CHARGED = "transaction_successful"

/** Money that is held until it is captured. */
const HOLDS = ["amount_was_successfully_blocked", SIGNED]

/** With these codes a successful attempt to pay is money. The list of codes is open, and what is not known is not money. */
const PAYS = new Set([...HOLDS, CHARGED, "subscription_successful"])

/** A code may also be missing, or a number (docs: a string): then the status alone counts. */
const isCodeOfMoney = (code: string | null): boolean =>
  code === null || /^\d+$/.test(code) || PAYS.has(code)

const meaningOf = (kind: OperationKind, one: OperationDetails): OperationMeaning | null => {
  if (kind === "refund") return meaningOfRefund(one)
  // A capture or a cancellation that the bank refuses because the hold is gone says so as well.
  if (one.status === "failure" && one.statusCode === "hold_cancelled_by_bank") return "lapsed"
  if (kind !== "authorize") return null
  if (one.isPostpayment) return "on_delivery"
  // What the answer itself calls a hold, whatever was asked for.
  return one.method === "auth" || HOLDS.includes(one.statusCode ?? "") ? "hold" : null
}

/** Codes `chargeback_successful`, `representment_successful`. That both stand among the refunds is not documented. */
const meaningOfRefund = (one: OperationDetails): OperationMeaning | null => {
  if (isOf("representment", one)) return "won_back"
  if (isOf("chargeback", one)) return "charged_back"
  const isCalledOff = one.status === "failure" && one.statusCode === CALLED_OFF
  return isCalledOff ? "called_off" : null
}

const CALLED_OFF = "refund_is_cancelled_by_initiator"

/** The document writes codes of failure with hyphens, and the others with underscores. */
const isOf = (dispute: string, { method, statusCode }: OperationDetails): boolean =>
  method === dispute || [`${dispute}_`, `${dispute}-`].some((of) => statusCode?.startsWith(of))
