import type { z } from "zod"
import { carriesAnyOf, decimal, flag, fromWire, id, listOrOneOf } from "../wire/readers"
import { alternativeDetails } from "./alternative-operation"

/** One object in the answers of payments in instalments: both are read. */
const details = listOrOneOf(alternativeDetails)

/**
 * The gateway's ledger of one alternative payment. It has no status of its own, and no currency: its
 * operations have.
 * @see https://cdn.rozetkapay.com/public-docs/index.html#operation/alternativePaymentRequestInfo (AlternativePaymentOperationsResult)
 */
export const alternativeInfo = carriesAnyOf([
  "id",
  "external_id",
  "amount",
  "purchased",
  "purchase_details",
]).pipe(
  fromWire({
    id,
    external_id: id,
    unified_external_id: id,
    amount: decimal,
    amount_refunded: decimal,
    purchased: flag,
    refunded: flag,
    purchase_details: details,
    refund_details: details,
  }),
)

export type AlternativeInfo = z.output<typeof alternativeInfo>
