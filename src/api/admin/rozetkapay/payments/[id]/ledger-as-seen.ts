import type { MedusaContainer } from "@medusajs/framework/types"
import { held, type Ledger } from "../../../../../core/ledger"
import { type Amount, equals, isPositive } from "../../../../../core/money"
import { storeLedger } from "../../../../../core/store-ledger"
import { staffError } from "../../../../../errors"
import { purposeOf } from "../../../../../provider/start/purpose"
import { readPaymentRow } from "../../orders/[id]/order-rows"

/** A sum of the store's ledger as a person saw it; null: they have not said. */
type Seen = { sum: "captured" | "refunded"; seen: Amount | null }

/**
 * The store's ledger of a payment, to be read alone with it.
 *
 * @throws MedusaError CONFLICT `moved_meanwhile` when it is another than was seen
 */
export const ledgerAsSeen = async (
  container: MedusaContainer,
  payment_id: string,
  { sum, seen }: Seen,
): Promise<Ledger> => {
  const row = await readPaymentRow(container, payment_id)
  if (!row) throw staffError("no_such_payment")
  const ledger = storeLedger(row)
  if (seen !== null && !equals(ledger[sum], seen)) throw staffError("moved_meanwhile")
  return ledger
}

/** Medusa's workflow would do nothing, and say nothing. To be asked alone with the payment. */
export const requireCapturable = async (
  container: MedusaContainer,
  { payment_id, payment_collection_id }: { payment_id: string; payment_collection_id: string },
  seen: Amount | null,
): Promise<void> => {
  const ledger = await ledgerAsSeen(container, payment_id, { sum: "captured", seen })
  if (!isPositive(held(ledger))) {
    throw staffError(isPositive(ledger.canceled) ? "nothing_held" : "captured_already")
  }
  // What is captured of a canceled order would go back by itself.
  if ((await purposeOf(container, payment_collection_id)).order_canceled) {
    throw staffError("order_is_canceled")
  }
}
