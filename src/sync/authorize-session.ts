import { asAuthorized } from "../core/ledger"
import { readPurchaseInStore } from "./purchase-in-store"
import type { Try } from "./snapshot"
import type { Store } from "./store"

/**
 * A payment whose Payment is all that is missing: a payment link of an order, a
 * flow of the store's own, or an order whose placing was cut off in between. Money
 * already captured is added to the order's transactions, which only Medusa's capture
 * workflow does.
 *
 * While an order is being placed it exists before its Payment too: the cart is
 * locked and the store is read again. Not compensated: the money did arrive.
 */
export const authorizeSession = async (store: Store, tried: Try): Promise<void> => {
  const { cart_id } = tried
  if (!cart_id) return authorize(store, tried)
  await store.alone(cart_id, () => lookAgainAndAuthorize(store, tried))
}

const lookAgainAndAuthorize = async (
  store: Store,
  { terms, situation, payment_collection_id }: Try,
): Promise<void> => {
  const { gateway: ledger, isShown, foreign } = situation
  const read = [{ terms, ledger, isShown, foreign }]
  const [tried] = await readPurchaseInStore(store, payment_collection_id, read, [])
  if (tried?.actions.some((action) => action.do === "authorize")) await authorize(store, tried)
}

const authorize = async (
  store: Store,
  { terms, situation, startWasCutOff }: Try,
): Promise<void> => {
  if (startWasCutOff) await store.finishStart(terms, situation.gateway.paymentId)
  // A Payment begins as it was paid; what became of the money since is recorded after it.
  const payment = await store.authorizeSession({
    externalId: terms.external_id,
    ledger: asAuthorized(situation.gateway),
  })
  if (payment?.isCaptured) await store.capturePayment({ payment_id: payment.id })
}
