import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { completeCartWorkflow } from "@medusajs/medusa/core-flows"
import { deliver, signature } from "../integration-tests/drivers/callback-signer"
import { type Checkout, openCheckout } from "../integration-tests/drivers/checkout"
import type { Cart } from "../integration-tests/drivers/shopper"
import { MERCHANT, ROZETKAPAY, type Store } from "../integration-tests/setup/store"

/** Medusa's own provider, which takes money by a word. */
export const MANUAL = "pp_system_default"

/** The same, but the money is charged at once (`charging-by-hand`). */
export const CHARGING = "pp_charging_bench"

/** A checkout that was paid at the gateway, and nobody in the store knows of it yet. */
export async function paidCheckout(store: Store, provider = ROZETKAPAY): Promise<Checkout> {
  const checkout = await openCheckout(store, { provider })
  await store.gateway.pay(checkout.externalId)
  return checkout
}

/**
 * The callback of a payment, ready to be posted: what is timed is only that.
 *
 * @param route ours, as the gateway was told, when left out
 */
export async function callbackOf(
  store: Store,
  externalId: string,
  route?: string,
): Promise<() => Promise<void>> {
  const { url, body } = await store.gateway.newestCallback(externalId)
  const signed = signature(body, MERCHANT.password)
  return async () => {
    const answer = await deliver(route ?? url, body, { signature: signed })
    if (answer.status !== 200) throw new Error(`The callback was answered ${answer.status}`)
  }
}

/** A cart with the same goods that is to be paid by hand. */
export async function manualCheckout(store: Store, provider = MANUAL): Promise<Cart> {
  const cart = await store.shopper.fillCart()
  await store.shopper.openSession(cart, provider)
  return cart
}

/** Medusa's own workflow, and nothing around it. */
export async function completeBarely(store: Store, cart: Cart): Promise<void> {
  await completeCartWorkflow(store.container).run({ input: { id: cart.id } })
}

/** Whether the cart has become an order: by its row, since the list of orders grows with each measure. */
export async function isOrder(store: Store, cart: Pick<Cart, "id">): Promise<boolean> {
  const { data } = await store.container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({ entity: "order_cart", fields: ["order_id"], filters: { cart_id: cart.id } })
  return data.length === 1
}

export async function requireOrder(store: Store, cart: Pick<Cart, "id">): Promise<void> {
  if (!(await isOrder(store, cart))) throw new Error(`The cart ${cart.id} has not become one order`)
}
