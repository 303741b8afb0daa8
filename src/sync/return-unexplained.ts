import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { type ExternalId, sessionOf } from "../core/external-id"
import { held, kept, type Ledger } from "../core/ledger"
import { type Amount, isPositive, plus, zero } from "../core/money"
import { staffError } from "../errors"
import { findProvider } from "../provider/find-provider"
import { moveMoney } from "../provider/send-movement"
import { emitEvent } from "./emit-event"
import { aloneWithPurchase } from "./purchase-lease"
import { findUnexplained, forgetUnexplained, type UnexplainedPayment } from "./unexplained"

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
  container: MedusaContainer,
  external_id: ExternalId,
): Promise<ReturnedUnexplained> =>
  aloneWithPurchase(container, { external_id }, async () => {
    const entry = await findUnexplained(container, external_id)
    const found = entry && (await findProvider(container, entry.provider_id))
    if (!entry || !found) {
      throw staffError("no_such_unexplained")
    }
    const [payment] = await container
      .resolve(Modules.PAYMENT)
      .listPayments({ payment_session_id: sessionOf(external_id) })
    if (payment) {
      await forgetUnexplained(container, external_id)
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
    await forgetUnexplained(container, external_id)
    if (isPositive(there)) {
      const situation = { gateway: { currency: reference.currency } }
      const of = { terms: entry, situation }
      await emitEvent(container, of, "rozetkapay.payment.returned", there, "orphaned")
    }
    const { provider_id, currency_code } = entry
    return { external_id, provider_id, currency_code, returned: there }
  })
