import type { ExternalId } from "./external-id"
import type { Decline } from "./ledger"

export const OPERATION_KINDS = ["authorize", "capture", "cancel", "refund"] as const

export type OperationKind = (typeof OPERATION_KINDS)[number]

/** One movement of a payment's money, or an attempt at one, as its gateway tells of it. */
export type Operation = {
  kind: OperationKind
  /** The gateway's own id of it. */
  id: string | null
  /** The transaction that it is of. Several operations may share one: it tells them apart only where an id is missing. */
  transaction: string | null
  /** What is not known to be final is pending: "not yet", never "done". */
  status: "pending" | "success" | "failure"
  /** A decimal in the major unit, as the gateway states it; null: it does not say. */
  amount: string | null
  /** null: whatever the payment is in. */
  currency: string | null
  says?: OperationMeaning
  /** External id of the seller's order that it is of, in a payment to several sellers. */
  order?: ExternalId
  /** Why it failed. */
  decline?: Pick<Decline, "code" | "description">
}

/**
 * What a gateway says of an operation beyond its kind and status:
 * - `hold`: an authorization that is held until it is captured, whatever was asked for;
 * - `charge`: an authorization that was captured by the same move, whatever was asked for;
 * - `lapsed`: there had been a hold, and the payer's bank has let it go;
 * - `on_delivery`: the buyer pays when the parcel comes, so no money has moved;
 * - `charged_back`: a refund that nobody of the store's made: the payer's bank took the money;
 * - `won_back`: a dispute that the merchant won, which takes a chargeback back;
 * - `called_off`: a refund that failed because whoever had asked for it gave it up.
 */
export type OperationMeaning =
  | "hold"
  | "charge"
  | "lapsed"
  | "on_delivery"
  | "charged_back"
  | "won_back"
  | "called_off"

export const isSuccess = ({ status }: Operation): boolean => status === "success"

export const hasFailed = ({ status }: Operation): boolean => status === "failure"

export const isUnderWay = ({ status }: Operation): boolean => status === "pending"

export const ofKind = (operations: Operation[], kind: OperationKind): Operation[] =>
  operations.filter((one) => one.kind === kind)

/**
 * A payment that was captured at once: its authorization is its capture as well, and nothing of it can
 * be canceled, so that a cancellation of it is money back.
 */
export const capturedAtOnce = (operations: Operation[]): Operation[] =>
  operations.flatMap(ofOneStep)

const ofOneStep = (one: Operation): Operation[] => {
  switch (one.kind) {
    case "authorize":
      return [isSuccess(one) ? { ...one, says: "charge" } : one]
    case "capture":
      return isSuccess(one) ? [] : [one]
    case "cancel":
      return [isSuccess(one) ? { ...one, kind: "refund" } : one]
    case "refund":
      return [one]
  }
}
