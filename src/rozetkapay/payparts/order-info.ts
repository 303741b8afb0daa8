import type { z } from "zod"
import { infoFields } from "../payments/payment-info"
import { carriesAnyOf, fromWire, id, listOrOneOf } from "../wire/readers"
import { orderDetails } from "./order-operation"

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
]).pipe(fromWire({ unified_external_id: id, ...infoFields(listOrOneOf(orderDetails)) }))

export type PayPartsOrderInfo = z.output<typeof orderInfo>
