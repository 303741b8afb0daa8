import { amount, required, text } from "../rozetkapay/body-fields"
import { writeExactJson } from "../rozetkapay/exact-json"
import { changedOrderId } from "./field-limits"
import type { Fields } from "./order-body"
import type { LegacyChange, LegacyPartialChange } from "./requests"

/** The JSON text of a capture, void, refund or P2P credit. */
export function changeBody(
  operation: string,
  posId: string,
  change: LegacyChange,
  special: Fields = {},
): string {
  return writeExactJson({
    pos_id: posId,
    order_id: changedOrderId(operation, change.orderId),
    order_currency: required(operation, "order_currency", change.currency),
    ...special,
    server_url: text(change.serverUrl),
  })
}

/** Only undefined may be left out: an empty amount would silently become "all of it". */
export const part = (operation: string, change: LegacyPartialChange) =>
  change.amount === undefined ? undefined : amount(operation, change.amount)
