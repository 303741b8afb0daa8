import { ROZETKAPAY, type StoreOverHttp } from "../setup/store"
import type { Order } from "./admin"
import type { Cart, Goods, PaymentSession } from "./shopper"

export type Checkout = { cart: Cart; session: PaymentSession; externalId: string }

/** Whose browser stands at RozetkaPay; of a link there is no more. */
type Paid = Pick<Checkout, "externalId"> & Partial<Checkout>

/** A full cart whose shopper stands before the gateway's page. */
export async function openCheckout(
  store: StoreOverHttp,
  how: { goods?: Goods; provider?: string } = {},
): Promise<Checkout> {
  const cart = await store.shopper.fillCart(how.goods)
  const session = await store.shopper.openSession(cart, how.provider ?? ROZETKAPAY)
  return { cart, session, externalId: String(session.data.external_id) }
}

/** A placed order: the shopper paid, the callback did the rest. */
export async function placeOrder(
  store: StoreOverHttp,
  how: { goods?: Goods; provider?: string } = {},
): Promise<Checkout & { order: Order }> {
  const checkout = await openCheckout(store, how)
  await store.gateway.pay(checkout.externalId)
  await store.gateway.quiet()
  return { ...checkout, order: await store.admin.theOrderOf(checkout.cart) }
}

/** The url that the gateway sends the shopper's browser back to. */
export async function resultUrl(store: StoreOverHttp, { externalId }: Paid): Promise<string> {
  const { result_url: url } = await store.gateway.payment(externalId)
  if (!url) throw new Error("The payment was started without a result_url")
  return url
}

/** Where the browser is sent when the shopper comes back from the gateway's page. */
export async function comeBack(store: StoreOverHttp, checkout: Paid): Promise<URL> {
  const answer = await store.shopper.comesBack(await resultUrl(store, checkout))
  if (answer.status !== 302) throw new Error(`The return answered ${answer.status}: ${answer.text}`)
  return new URL(answer.headers.get("location") ?? "", store.url)
}
