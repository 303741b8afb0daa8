import { notNow } from "../errors"
import type { Try } from "./snapshot"
import type { CompletedCart, Store } from "./store"

/**
 * The order of a cart, which is filled first when its buyer told the gateway and not the store where
 * the goods go. What is not told yet may be told with the next look.
 */
export const completeFilledCart = async (
  store: Store,
  cartId: string,
  { terms, situation: { gateway } }: Pick<Try, "terms" | "situation">,
): Promise<CompletedCart> => {
  if (terms.mode === "express_checkout") {
    const { delivery, onDelivery } = gateway
    if (!delivery) {
      const error = notNow("RozetkaPay does not say where the goods of this express payment go")
      return { error, isFinished: true }
    }
    await store.fillCart(cartId, { of: terms, delivery, paysOnDelivery: Boolean(onDelivery) })
  }
  return store.completeCart(cartId, { externalId: terms.external_id, ledger: gateway })
}
