import type { z } from "zod"
import { actionOrNull } from "../payments/payment-operation"
import {
  carriesAnyOf,
  decimal,
  exactText,
  flag,
  fromWire,
  id,
  listOrOneOf,
  text,
  yes,
} from "../wire/readers"
import { orderDetails } from "./order-operation"

const details = listOrOneOf(orderDetails)

/**
 * The gateway's ledger of one order. It has no status of its own. Of its lists the first, the purchase,
 * is one object on the wire; its customer is left out: the store has its own.
 * @see https://cdn.rozetkapay.com/public-docs/index.html#operation/payPartsRequestInfo (PayPartsOperationsResult)
 */
export const orderInfo = carriesAnyOf([
  "external_id",
  "amount",
  "purchased",
  "purchase_details",
]).pipe(
  fromWire({
    external_id: id,
    unified_external_id: id,
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
  }),
)

export type PayPartsOrderInfo = z.output<typeof orderInfo>
