import { notNow } from "../errors"
import { isLookAgain } from "../provider/look-again"
import type { Try } from "./snapshot"
import type { CompletedCart, Store } from "./store"

type Paying = Pick<Try, "terms"> & { situation: Pick<Try["situation"], "gateway"> }

/**
 * The order of a cart, which is filled first when its buyer told the gateway and not the store where
 * the goods go. What is not told yet may be told with the next look.
 *
 * @throws when another request has the cart: nothing is known of it yet.
 */
export const completeFilledCart = async (
  store: Store,
  cartId: string,
  tried: Paying,
): Promise<CompletedCart> => {
  const { terms, situation } = tried
  try {
    if (lacksDelivery(tried)) {
      throw notNow("RozetkaPay does not say where the goods of this express payment go")
    }
    await prepare(store, cartId, tried)
  } catch (error) {
    if (isLookAgain(error)) throw error
    // As final, or as passing, as any other reason why there is no order.
    return { error, isFinished: true }
  }
  return store.completeCart(cartId, { externalId: terms.external_id, ledger: situation.gateway })
}

/** An express payment of which a later callback, or a later `info`, is yet to say where the goods go. */
export const lacksDelivery = ({ terms, situation: { gateway } }: Paying): boolean =>
  terms.mode === "express_checkout" && !gateway.delivery

const prepare = (store: Store, cartId: string, { terms, situation }: Paying): Promise<void> => {
  const { delivery, onDelivery } = situation.gateway
  return terms.mode === "express_checkout" && delivery
    ? store.fillCart(cartId, { of: terms, delivery, paysOnDelivery: Boolean(onDelivery) })
    : store.unfillCart(cartId)
}
