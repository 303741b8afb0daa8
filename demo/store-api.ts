import { z } from "zod"
import { callJson } from "./json-http"

const cart = z.object({
  cart: z.object({
    id: z.string(),
    total: z.number(),
    items: z.array(
      z.object({ product_title: z.string(), quantity: z.number(), unit_price: z.number() }),
    ),
  }),
})
const products = z.object({
  products: z.array(
    z.object({
      handle: z.string(),
      title: z.string(),
      variants: z.array(z.object({ id: z.string(), title: z.string() })).min(1),
    }),
  ),
})
const shippingOptions = z.object({
  shipping_options: z
    .array(z.object({ id: z.string(), name: z.string(), amount: z.number() }))
    .min(1),
})
const collection = z.object({ payment_collection: z.object({ id: z.string() }) })
const sessions = z.object({
  payment_collection: z.object({
    payment_sessions: z
      .array(
        z.object({
          id: z.string(),
          amount: z.number(),
          data: z.object({ external_id: z.string(), checkout_url: z.url() }),
        }),
      )
      .length(1),
  }),
})

export type StoreApi = ReturnType<typeof storeApi>

/** The part of Medusa's Store API that a storefront needs to sell something. */
export function storeApi(backend: string, publishableKey: string) {
  const headers = { "x-publishable-api-key": publishableKey }
  const call = <T>(path: string, answer: z.ZodType<T>, body?: unknown) =>
    callJson({ url: `${backend}/store${path}`, headers, body, answer })
  return {
    products: async () =>
      (await call("/products?fields=handle,title,*variants&limit=20", products)).products,
    createCart: async (body: object) => (await call("/carts", cart, body)).cart,
    shippingOptions: async (cartId: string) =>
      (await call(`/shipping-options?cart_id=${cartId}`, shippingOptions)).shipping_options,
    chooseShipping: async (cartId: string, optionId: string) =>
      (await call(`/carts/${cartId}/shipping-methods`, cart, { option_id: optionId })).cart,
    startPayment: async (cartId: string, providerId: string) => {
      const made = await call("/payment-collections", collection, { cart_id: cartId })
      const path = `/payment-collections/${made.payment_collection.id}/payment-sessions`
      const started = await call(path, sessions, { provider_id: providerId })
      const [session] = started.payment_collection.payment_sessions
      if (!session) throw new Error("Medusa answered without a payment session")
      return session
    },
  }
}
