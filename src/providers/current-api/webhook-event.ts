import { externalId } from "../../core/external-id"
import type { Operation, OperationKind } from "../../core/operation"
import { howPaidOf } from "../../provider/how-paid-of"
import type { WebhookEvent } from "../../provider/payment-gateway"
import type { OperationDetails, PaymentOperation } from "../../rozetkapay/client"
import { operationOf } from "./operation-of"

/** A callback, or an answer, in the port's words. What charges the card again is not in it. */
export const eventOf = ({
  id,
  externalId: named,
  operation,
  details,
  metadata,
  paymentMethod,
}: PaymentOperation): WebhookEvent => {
  const kind = kindOf(operation)
  const howPaid =
    kind === "authorize" && details
      ? howPaidOf([{ ...details, operation: "payment" }], paymentMethod)
      : null
  return {
    externalId: named === null ? null : externalId(named),
    paymentId: id,
    operations: kind && details ? told(kind, details) : [],
    metadata,
    ...(howPaid && { howPaid }),
  }
}

/** An operation that we do not know moves nothing; `info` will tell when it matters. */
const kindOf = (operation: string | null): OperationKind | null => {
  switch (operation) {
    case "payment":
    case "recurrent":
      return "authorize"
    case "confirm":
      return "capture"
    case "cancel":
    case "refund":
      return operation
    default:
      return null
  }
}

/**
 * One without a name nobody could tell from one that is listed. But one attempt pays at most, so a
 * success counts once even without a name.
 */
const told = (kind: OperationKind, details: OperationDetails): Operation[] => {
  const isNamed = details.operationId !== null || details.transactionId !== null
  const isCounted = isNamed || (kind === "authorize" && details.status === "success")
  return isCounted ? [operationOf(kind, details)] : []
}
