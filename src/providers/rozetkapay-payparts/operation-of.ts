import type { OperationKind } from "../../core/operation"
import type { WebhookEvent } from "../../provider/payment-gateway"
import type {
  PaymentInfo,
  PaymentOperation,
  PayPartsDetails,
  PayPartsOperation,
  PayPartsOrderInfo,
} from "../../rozetkapay/client"
import { CHARGED, SIGNED } from "../current-api/operation-of"
import { eventOf } from "../current-api/webhook-event"

/*
 * RozetkaPay's words on orders in instalments as those of a payment, which src/providers/current-api/ reads:
 * there, what is signed (`contract_was_signed_on_client_side`) is held until it is confirmed.
 */

/** The order is confirmed as well: by itself, as was asked, or because the bank has one step only. */
export const isFinal = ({ status, statusCode }: PayPartsDetails): boolean =>
  status === "success" && statusCode === CHARGED

/** A success by another code than these, or by none, is of the request or of what nobody knows: not yet money. */
const asAttempt = (details: PayPartsDetails): PayPartsDetails =>
  details.statusCode === SIGNED || details.statusCode === CHARGED ? details : unfinished(details)

const unfinished = (details: PayPartsDetails): PayPartsDetails =>
  details.status === "success" ? { ...details, status: "pending" } : details

export const asPaymentInfo = (info: PayPartsOrderInfo): PaymentInfo => ({
  ...info,
  id: null,
  // Of an order that is not signed it says what was asked for, which is no word on what was signed.
  amount: info.purchased === true ? info.amount : null,
  purchaseDetails: info.purchaseDetails.map(asAttempt),
  paymentMethod: null,
  express: null,
})

/** A callback, or an answer, as a payment's. */
const asPaymentOperation = (one: PayPartsOperation): PaymentOperation => {
  const operation = one.details && operationBy(one.details)
  const details = operation === "payment" && one.details ? asAttempt(one.details) : one.details
  return { ...one, operation, details, paymentMethod: null }
}

/** A method that nobody knows is no operation that we know. */
const operationBy = ({ method, statusCode }: PayPartsDetails): string | null => {
  switch (method) {
    case "create":
      return "payment"
    case "confirm":
    case "cancel":
    case "refund":
      return method
    case null:
      return statusCode === null ? null : (OPERATION_OF_CODE[statusCode] ?? null)
    default:
      return null
  }
}

/** Codes that one operation alone ends with. */
const OPERATION_OF_CODE: Record<string, string | undefined> = {
  [SIGNED]: "payment",
  cancel_successful: "cancel",
  refund_successful: "refund",
}

export const payPartsEvent = (one: PayPartsOperation): WebhookEvent => {
  const event = eventOf(asPaymentOperation(one))
  const charged = one.details !== null && isFinal(one.details)
  return {
    ...event,
    operations: event.operations.map((operation) =>
      operation.kind === "authorize" && charged ? { ...operation, says: "charge" } : operation,
    ),
  }
}

/** The answer to a create tells at most that the customer is asked: what they signed, a signed callback or `info` says. */
export const askedEvent = (answer: PayPartsOperation): WebhookEvent =>
  payPartsEvent({ ...answer, details: answer.details && unfinished(answer.details) })

const METHOD_OF = { capture: "confirm", cancel: "cancel", refund: "refund" } as const

/** Whether an answer is about the movement that was asked for; else it does not say whether that was made. */
export const isAbout = (
  kind: Exclude<OperationKind, "authorize">,
  { details }: PayPartsOperation,
): boolean => !details?.method || details.method === METHOD_OF[kind]
