import { z } from "zod"
import { KeptBeside } from "../wire/kept-beside"
import {
  code,
  decimal,
  exactText,
  fromWire,
  fromWireOrNull,
  id,
  listOf,
  text,
} from "../wire/readers"
import { fiscalizationOrNull } from "./fiscalization"

/** A status that the gateway's document does not name, or none at all, is "unknown". */
export const operationStatus = z
  .enum(["init", "pending", "success", "failure", "unknown"])
  // An unknown status means "not yet", never "paid".
  .catch("unknown")

export type OperationStatus = z.output<typeof operationStatus>

/**
 * Of an express order whose buyer pays when the parcel comes. RozetkaPay calls it a success, with the
 * whole amount beside it; no money has moved.
 */
const POSTPAYMENT = "order_with_postpayment_confirmed"

export const isPostpayment = (statusCode: string | null): boolean => statusCode === POSTPAYMENT

const recurrentIds = new KeptBeside<string>()

/** The id goes beside the details, not into them: it can charge the card. */
export const keepRecurrentId = <Details extends object>(details: Details, id: string | null) =>
  recurrentIds.keep(details, id)

/**
 * One attempt or step of a payment: `details` of an operation, or an item of info's arrays.
 * @see https://cdn.rozetkapay.com/public-docs/index.html#operation/paymentInfo
 */
export const operationDetails = fromWire({
  /** The same id comes twice when an operation is first pending and then final. */
  operation_id: id,
  amount: decimal,
  currency: text,
  status: operationStatus,
  /** The gateway's code; the list is open. A string by the document, a number in some answers. */
  status_code: code,
  status_description: text,
  /** purchase, auth, capture, void, refund, … */
  method: text,
  payment_id: id,
  transaction_id: id,
  created_at: exactText,
  processed_at: exactText,
  rrn: id,
  auth_code: id,
  /** The acquirer's fee; `feeCurrency` is the operation's when it names none. */
  fee: fromWireOrNull({ amount: decimal, currency: text }),
  bank_name: text,
  /** The acquirer's: what banks and their statements know the merchant by. */
  terminal_name: text,
  mid: id,
  tid: id,
  billing_order_id: id,
  gateway_order_id: id,
  /** null: there is no receipt of the tax authority's, or it is not told of. */
  fiscalization: fiscalizationOrNull,
  recurrent_id: id,
}).transform(({ recurrentId, fee, mid, tid, ...read }) => {
  const isLater = read.status === "success" && isPostpayment(read.statusCode)
  // What will be paid later is not paid, wherever it is read.
  const status: OperationStatus = isLater ? "pending" : read.status
  const details = {
    ...read,
    status,
    /** The buyer has agreed to pay when the parcel comes. */
    isPostpayment: isLater,
    fee: fee?.amount ?? null,
    feeCurrency: fee?.currency ?? null,
    merchantId: mid,
    terminalId: tid,
  }
  return keepRecurrentId(details, recurrentId)
})

export type OperationDetails = z.output<typeof operationDetails>

export const operationDetailsOrNull = operationDetails.nullable().catch(null)

export const operationDetailsList = listOf(operationDetails)

/**
 * The id that charges the same card again (`payments.createRecurrent`), when the payment was made with
 * `initRecurrentPayment` and has succeeded. Ask with the very details of an answer or a callback;
 * null for a copy of them. As secret as a password.
 */
export const recurrentIdOf = (details: OperationDetails | null | undefined): string | null =>
  recurrentIds.of(details)
