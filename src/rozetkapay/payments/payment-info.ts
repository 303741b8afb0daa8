import type { z } from "zod"
import {
  carriesAnyOf,
  decimal,
  exactText,
  flag,
  fromWire,
  fromWireOrNull,
  id,
  text,
  yes,
} from "../wire/readers"
import { expressOrderIn } from "./express-order"
import { operationDetailsList } from "./operation-details"
import { paymentMethodOrNull } from "./payment-method"
import { actionOrNull } from "./payment-operation"

/** What `info` says of a payment, and of an order in instalments. */
export const infoFields = <Details extends z.ZodType>(details: Details) => ({
  external_id: id,
  amount: decimal,
  currency: text,
  amount_confirmed: decimal,
  amount_canceled: decimal,
  amount_refunded: decimal,
  purchased: flag,
  confirmed: flag,
  canceled: flag,
  refunded: flag,
  purchase_details: details,
  confirmation_details: details,
  cancellation_details: details,
  refund_details: details,
  action: actionOrNull,
  action_required: yes,
  receipt_url: exactText,
  created_at: exactText,
})

const ledger = fromWire({
  id,
  ...infoFields(operationDetailsList),
  /** What the payer paid with. Of the customer no more than this: the store has its own. */
  customer: fromWireOrNull({ payment_method: paymentMethodOrNull }),
}).transform(({ customer, ...info }) => ({
  ...info,
  paymentMethod: customer?.paymentMethod ?? null,
}))

/**
 * The gateway's ledger of one payment. It has no status of its own.
 * @see https://cdn.rozetkapay.com/public-docs/index.html#operation/paymentInfo (PaymentStatusResult)
 */
export const paymentInfo = carriesAnyOf([
  "id",
  "external_id",
  "amount",
  "purchased",
  "purchase_details",
]).transform((body) => ({
  ...ledger.parse(body),
  /** Of an express payment alone, whose buyer has told the store nothing: null for any other. */
  express: expressOrderIn(body),
}))

export type PaymentInfo = z.output<typeof paymentInfo>

/** The codes of a payment that nobody has paid yet, or of none at all. */
export const NOTHING_TO_SHOW = ["data_not_found", "transaction_not_found"]

/** @see https://cdn.rozetkapay.com/public-docs/index.html#operation/getPaymentReceipt */
export const paymentReceipt = fromWire({ receipt_url: exactText })

export type PaymentReceipt = z.output<typeof paymentReceipt>
