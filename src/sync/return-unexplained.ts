import type { ExternalId } from "../core/external-id"
import { held, kept, type Ledger } from "../core/ledger"
import { type Amount, isPositive, plus, zero } from "../core/money"
import { staffError } from "../errors"
import { moveMoney } from "../provider/move-money"
import { emitEvent } from "./emit-event"
import { aloneWithPurchase } from "./purchase-lease"
import type { Store } from "./store"
import type { UnexplainedPayment } from "./unexplained"

/** Decimals in the major unit. */
export type ReturnedUnexplained = Pick<
  UnexplainedPayment,
  "external_id" | "provider_id" | "currency_code"
> & { returned: Amount }

/**
 * Staff have decided: money that the store can't place goes back whole. Sending only what is still there
 * makes it happen once, however often it is asked for and from however many windows.
 *
 * @throws MedusaError NOT_FOUND when there is no such entry; NOT_ALLOWED with a sentence when the store has
 *   its Payment by now, or RozetkaPay did not return it (or did not say so).
 */
export const returnUnexplained = (
  store: Store,
  external_id: ExternalId,
): Promise<ReturnedUnexplained> =>
  aloneWithPurchase(store, { external_id }, async () => {
    const entry = await store.findUnexplained(external_id)
    const found = entry && (await store.findProvider(entry.provider_id))
    if (!entry || !found) {
      throw staffError("no_such_unexplained")
    }
    if (await store.hasPayment(external_id)) {
      await store.forgetUnexplained(external_id)
      throw staffError("explained_meanwhile")
    }
    const { provider } = found
    const reference = provider.reference(entry)
    let there: Amount = zero(reference.currency)
    const noting = (what: (ledger: Ledger) => Amount) => (ledger: Ledger) => {
      there = plus(there, what(ledger))
      return what(ledger)
    }
    await moveMoney(provider, "cancel", reference, noting(held))
    await moveMoney(provider, "refund", reference, noting(kept))
    await store.forgetUnexplained(external_id)
    if (isPositive(there)) {
      const situation = { gateway: { currency: reference.currency } }
      const of = { terms: entry, situation }
      await emitEvent(store, of, "rozetkapay.payment.returned", there, "orphaned")
    }
    const { provider_id, currency_code } = entry
    return { external_id, provider_id, currency_code, returned: there }
  })
