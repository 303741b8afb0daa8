import { z } from "zod"
import { carriesAnyOf, decimal, flag, fromWire, id, listOf } from "../wire/readers"
import { alternativeDetails } from "./alternative-operation"

/** A list; or the one thing itself, as `info` of payments in instalments has it. */
const listOrOne = z
  .unknown()
  .transform((value) => (Array.isArray(value) || value === null ? value : [value]))
  .pipe(listOf(alternativeDetails))

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
    purchase_details: listOrOne,
    refund_details: listOrOne,
  }),
)

export type AlternativeInfo = z.output<typeof alternativeInfo>
