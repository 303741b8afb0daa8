import { randomBytes } from "node:crypto"
import { z } from "zod"
import { copiesOf } from "../setup/copies"
import type { Seed } from "../setup/seed-store"
import { ApiClient } from "./api-client"
import { type Answer, send } from "./json-http"

const sessionShape = z.object({
  id: z.string(),
  provider_id: z.string(),
  status: z.string(),
  amount: z.number(),
  currency_code: z.string(),
  data: z.record(z.string(), z.unknown()),
})
export type PaymentSession = z.output<typeof sessionShape>

const collectionShape = z.object({
  payment_collection: z.object({
    id: z.string(),
    payment_sessions: z.array(sessionShape).nullish(),
  }),
})

export type Cart = { id: string; email: string; collectionId?: string }
export type Goods = Partial<Record<keyof Seed["variants"], number>>

/** What `POST /store/carts/:id/complete` answers: an order, or the cart and why not. */
export type Completion = { order?: { id: string; total: number }; reason?: string; code?: string }

const completionShape = z.union([
  z.object({ type: z.literal("order"), order: z.object({ id: z.string(), total: z.number() }) }),
  z.object({
    type: z.literal("cart"),
    error: z.object({ message: z.string(), name: z.string(), type: z.string().nullish() }),
  }),
])

export const ADDRESS = {
  first_name: "Леся",
  last_name: "Українка",
  phone: "+380501234567",
  address_1: "вул. Саксаганського 97",
  city: "Київ",
  postal_code: "01032",
  country_code: "ua",
}

/** A guest with a browser: everything goes through the Store API, as a storefront does it. */
export class Shopper {
  protected readonly api: ApiClient
  /** The account's, of who has logged in. */
  readonly id?: string

  constructor(
    private readonly url: string,
    private readonly seed: Seed,
    private readonly headers: Record<string, string> = {},
  ) {
    this.api = new ApiClient(url, { "x-publishable-api-key": seed.publishableKey, ...headers })
  }

  /** A cart that is ready to be paid: goods (one shirt by default), e-mail, address, delivery. */
  async fillCart(
    goods: Goods = { shirt: 1 },
    delivery: keyof Seed["shippingOptions"] = "pickup",
  ): Promise<Cart> {
    const email = `shopper-${randomBytes(6).toString("hex")}@example.com`
    const names: (keyof Seed["variants"])[] = ["shirt", "socks", "gift"]
    const items = names.flatMap((name) => {
      const quantity = goods[name]
      return quantity ? [{ variant_id: this.seed.variants[name], quantity }] : []
    })
    const address = this.seed.address ?? ADDRESS
    const filled = {
      region_id: this.seed.regionId,
      sales_channel_id: this.seed.salesChannelId,
      items,
      shipping_address: address,
      billing_address: address,
    }
    const option_id = this.seed.shippingOptions[delivery]
    const { authorization, ...browser } = this.headers
    const kind = JSON.stringify({ filled, option_id, browser, hasAccount: Boolean(authorization) })
    const owner = { email, customerId: this.id }
    const { carts: copies } = copiesOf(this.url)
    const copy = await copies?.copy(kind, owner)
    if (copy) return { id: copy.cart[0].id, email }
    const { cart } = await this.api.post(
      z.object({ cart: z.object({ id: z.string() }) }),
      "/store/carts?fields=id",
      { ...filled, email },
    )
    await this.api.post(z.unknown(), `/store/carts/${cart.id}/shipping-methods?fields=id`, {
      option_id,
    })
    await copies?.keep(kind, cart.id, owner)
    return { id: cart.id, email }
  }

  async addToCart(cart: Cart, name: keyof Seed["variants"], quantity = 1): Promise<void> {
    const item = { variant_id: this.seed.variants[name], quantity }
    await this.api.post(z.unknown(), `/store/carts/${cart.id}/line-items`, item)
  }

  /** Chooses a way to pay. `data` is what the storefront may put into the session. */
  async openSession(
    cart: Cart,
    provider: string,
    data?: Record<string, unknown>,
  ): Promise<PaymentSession> {
    const path = `/store/payment-collections/${await this.collection(cart)}/payment-sessions`
    const body = { provider_id: provider, ...(data && { data }) }
    const { payment_collection: collection } = await this.api.post(collectionShape, path, body)
    const session = collection.payment_sessions?.find((one) => one.provider_id === provider)
    if (!session) throw new Error(`No payment session of ${provider} was opened`)
    return session
  }

  /** Chooses a way to pay that may be refused; the answer is the result. */
  async tryToOpenSession(cart: Cart, provider: string, data?: object): Promise<Answer> {
    const path = `/store/payment-collections/${await this.collection(cart)}/payment-sessions`
    return this.api.attempt(path, { provider_id: provider, ...(data && { data }) })
  }

  /** The sessions of the cart as anybody with the cart's id sees them. */
  async sessions(cart: Cart): Promise<PaymentSession[]> {
    const shape = z.object({
      cart: z.object({
        payment_collection: z
          .object({ payment_sessions: z.array(sessionShape).nullish() })
          .nullish(),
      }),
    })
    const path = `/store/carts/${cart.id}?fields=*payment_collection.payment_sessions`
    const answer = await this.api.get(shape, path)
    return answer.cart.payment_collection?.payment_sessions ?? []
  }

  async isOpen(cart: Cart): Promise<boolean> {
    const shape = z.object({ cart: z.object({ completed_at: z.string().nullish() }) })
    const answer = await this.api.get(shape, `/store/carts/${cart.id}?fields=completed_at`)
    return !answer.cart.completed_at
  }

  /** Presses "place the order". */
  async complete(cart: Cart): Promise<Completion> {
    const answer = await this.api.post(completionShape, `/store/carts/${cart.id}/complete`)
    if (answer.type === "order") return { order: answer.order }
    return { reason: answer.error.message, code: answer.error.name }
  }

  /** The browser follows the link back from the gateway's page; redirects are the result. */
  comesBack(resultUrl: string): Promise<Answer> {
    return send(resultUrl)
  }

  /** What the cart is paid by, made at the first time. */
  async collection(cart: Cart): Promise<string> {
    if (!cart.collectionId) {
      const { payment_collection: made } = await this.api.post(
        collectionShape,
        "/store/payment-collections",
        { cart_id: cart.id },
      )
      cart.collectionId = made.id
    }
    return cart.collectionId
  }
}
