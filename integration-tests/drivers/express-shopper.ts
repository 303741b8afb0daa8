import { z } from "zod"
import { ROZETKAPAY, type Store } from "../setup/store"
import { ApiClient } from "./api-client"
import type { Answer } from "./json-http"
import type { Cart, Goods } from "./shopper"

const pageShape = z.object({ checkout_url: z.string(), session_id: z.string() })
export type ExpressPage = z.output<typeof pageShape>

const text = z.string().nullish()
const record = z.record(z.string(), z.unknown()).nullish()
const address = z
  .object({
    first_name: text,
    last_name: text,
    phone: text,
    city: text,
    address_1: text,
    country_code: text,
  })
  .nullish()
const cartShape = z.object({
  cart: z.object({
    email: text,
    total: z.number(),
    completed_at: text,
    shipping_address: address,
    shipping_methods: z.array(z.object({ shipping_option_id: text, amount: z.number() })).nullish(),
  }),
})
const orderShape = z.object({
  id: z.string(),
  email: text,
  total: z.number(),
  status: z.string(),
  payment_status: z.string(),
  metadata: record,
  summary: z.object({ paid_total: z.number().nullish() }).nullish(),
  shipping_address: address,
  shipping_methods: z.array(z.object({ amount: z.number(), data: record })).nullish(),
  customer: z.object({ email: text, has_account: z.boolean() }).nullish(),
})
export type ExpressOrder = z.output<typeof orderShape>

const CART_FIELDS = "email,total,completed_at,*shipping_address,*shipping_methods"
const ORDER_FIELDS =
  "id,email,total,status,payment_status,metadata,*summary,*shipping_address,*shipping_methods,*customer"

/** A guest who presses "buy in one click", and fills in no form of the store's. */
export class ExpressShopper {
  constructor(private readonly store: Store) {}

  private get api(): ApiClient {
    const { url, seed } = this.store
    return new ApiClient(url, { "x-publishable-api-key": seed.publishableKey })
  }

  /** Goods, and nothing else. */
  async cart(goods: Goods = { shirt: 1 }, more: object = {}): Promise<Cart> {
    const { seed } = this.store
    const names: (keyof typeof seed.variants)[] = ["shirt", "socks", "gift"]
    const items = names.flatMap((name) => {
      const quantity = goods[name]
      return quantity ? [{ variant_id: seed.variants[name], quantity }] : []
    })
    const { cart } = await this.api.post(
      z.object({ cart: z.object({ id: z.string() }) }),
      "/store/carts",
      { region_id: seed.regionId, sales_channel_id: seed.salesChannelId, items, ...more },
    )
    return { id: cart.id, email: "" }
  }

  press(cart: Pick<Cart, "id">, provider_id = ROZETKAPAY): Promise<ExpressPage> {
    return this.api.post(pageShape, "/store/rozetkapay/express", { cart_id: cart.id, provider_id })
  }

  tryToPress(cart: Pick<Cart, "id">, more: object = {}): Promise<Answer> {
    const body = { cart_id: cart.id, provider_id: ROZETKAPAY, ...more }
    return this.api.attempt("/store/rozetkapay/express", body)
  }

  async seen(cart: Pick<Cart, "id">) {
    return (await this.api.get(cartShape, `/store/carts/${cart.id}?fields=${CART_FIELDS}`)).cart
  }

  async orders(): Promise<ExpressOrder[]> {
    const path = `/admin/orders?fields=${ORDER_FIELDS}&limit=100`
    const shape = z.object({ orders: z.array(orderShape) })
    return (await this.store.admin.api.get(shape, path)).orders
  }

  /** The one order that the store has. */
  async theOrder(): Promise<ExpressOrder> {
    const orders = await this.orders()
    if (orders.length !== 1) throw new Error(`Expected one order, the store has ${orders.length}`)
    return orders[0]
  }
}
