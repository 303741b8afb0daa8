import { z } from "zod"
import { OTHER } from "../setup/polish-store"
import type { Store } from "../setup/store"
import type { Order } from "./admin"
import { GatewayAlternative } from "./gateway-alternative"
import { expectOperations } from "./gateway-operations"
import { send } from "./json-http"
import type { Goods } from "./shopper"
import { expectBothLedgers, type Ledger } from "./two-ledgers"
import type { Witness } from "./witness"

/** What the cart costs when nothing else is said, in złoty. */
export const TOTAL = "1319.99"

export const BY_PAGE = { method: "przelewy24" }
export const byBlik = (blik_code: string) => ({ method: "blik", blik_code })

const sent = z.object({
  provider: z.string(),
  amount: z.number(),
  currency: z.literal("PLN"),
  products: z.array(z.object({ quantity: z.int(), price: z.number() })).min(1),
})

/** Shoppers of the alternative payments, and what must hold of them. */
export const alternativeCheckout = (store: Store, witness: Witness) => {
  const shoppers = () => new GatewayAlternative(store.gateway)

  const start = async (data: Record<string, unknown> = BY_PAGE, goods?: Goods) => {
    const cart = await store.shopper.fillCart(goods)
    const session = await store.shopper.openSession(cart, OTHER, data)
    return { cart, session, externalId: session.id }
  }

  const place = async (data?: Record<string, unknown>, goods?: Goods) => {
    const started = await start(data, goods)
    await shoppers().agree(started.externalId)
    await store.gateway.quiet()
    return { ...started, order: await store.admin.theOrderOf(started.cart) }
  }

  const ledgers = (order: Order, expected: Partial<Ledger>) =>
    expectBothLedgers(store.admin, store.gateway, order, expected)

  const expectReturned = async (externalId: string, amount: string, reason: string) => {
    await store.gateway.quiet()
    await witness.hears("rozetkapay.payment.returned", externalId)
    expect((await store.gateway.payment(externalId)).ledger).toMatchObject({ refunded: amount })
    await expectOperations(store.gateway, externalId, { refund: 1 })
    expect(witness.told(externalId)).toEqual([
      { name: "rozetkapay.payment.returned", amount, reason },
    ])
  }

  /** The page that waits for the bank, as a storefront polls it. */
  const poll = async (externalId: string) => {
    const page = `${store.url}/hooks/rozetkapay/${OTHER}/waiting/${externalId}`
    return (await send(page, { headers: { accept: "application/json" } })).json
  }

  /** Of the first request: whom it went to, and what its lines make up. */
  const lines = async () => {
    const [create] = await store.gateway.requests({ endpoint: "alternative_create" })
    const { provider, amount, products } = sent.parse(create?.body)
    const cents = products.map(({ quantity, price }) => quantity * Math.round(price * 100))
    return { provider, amount, cents: cents.reduce((sum, one) => sum + one, 0) }
  }

  return { shoppers, start, place, ledgers, expectReturned, poll, lines }
}
