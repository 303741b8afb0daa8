import { PARTS } from "../setup/further-instances"
import { idOfSecond } from "../setup/second-instance"
import type { Store } from "../setup/store"
import type { Order } from "./admin"
import type { Checkout } from "./checkout"
import { GatewayInstalments } from "./gateway-instalments"
import type { Goods } from "./shopper"

export const AT_ONCE_IN_PARTS = idOfSecond(PARTS)

/** The shopper's choice: a bank that asks in its app, or on its page. */
export const IN_APP = { bank: "monobank", parts: 4 }
export const ON_PAGE = { bank: "rozetkapay", parts: 6 }

type How = { goods?: Goods; provider?: string; choice?: { bank: string; parts: number } }

export const banksOf = (store: Store) => new GatewayInstalments(store.gateway.url)

/** A cart whose shopper the bank asks now. */
export async function askBank(store: Store, how: How = {}): Promise<Checkout> {
  const { provider = AT_ONCE_IN_PARTS, choice = IN_APP } = how
  const cart = await store.shopper.fillCart(how.goods)
  const session = await store.shopper.openSession(cart, provider, choice)
  return { cart, session, externalId: String(session.data.external_id) }
}

/** A placed order: the customer signed at the bank, the callback did the rest. */
export async function buyInParts(
  store: Store,
  how: How = {},
): Promise<Checkout & { order: Order }> {
  const checkout = await askBank(store, how)
  await banksOf(store).customerAgrees(checkout.externalId)
  await store.gateway.quiet()
  return { ...checkout, order: await store.admin.theOrderOf(checkout.cart) }
}
