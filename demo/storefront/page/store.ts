import type { HttpTypes } from "@medusajs/framework/types"
import { language, texts } from "./texts"

export interface StoreConfig {
  backend: string
  publishableKey: string
  regionId: string
  providerId: string
  /** Of instalments; null: the store has none. */
  partsProviderId: string | null
  /** Whether a cart may be bought in one click. */
  express: boolean
  /** Whether customers may save cards, and allow later charges. */
  keepsCards: boolean
  /** Key → name; empty where the store sells for itself. */
  sellers: Record<string, string>
  /** RozetkaPay's card form: here that of the sandbox. */
  widget: { scriptUrl: string; key: string }
  sample: { email: string; address: HttpTypes.StoreAddAddress }
  /** Whom the demo's log-in button logs in. */
  customer: { email: string; password: string; first_name: string; last_name: string }
}

const TOKEN = "customer_token"

/** The demo's server writes it into the page. */
export const config: StoreConfig = JSON.parse(
  document.getElementById("config")?.textContent ?? "{}",
)

/** A cart whose payment has begun belongs to its provider, and the demo's next start may have another. */
const KEPT = `cart_id ${config.providerId}`

/** The server's own sentence, for the shopper to read. */
export class StoreError extends Error {
  constructor(
    message: string,
    readonly status: number,
  ) {
    super(message)
  }
}

/** Of the logged-in customer, until the tab is closed. */
export const customerToken = () => sessionStorage.getItem(TOKEN)

export const keepCustomerToken = (token: string | null) =>
  token ? sessionStorage.setItem(TOKEN, token) : sessionStorage.removeItem(TOKEN)

/** One call of the Store API; the shape of its answers is Medusa's own types. */
export const call = <T>(path: string, body?: object, method?: "POST" | "DELETE"): Promise<T> =>
  ask(`/store${path}`, body, method)

/** Milliseconds after which a store that does not answer counts as one that can't be reached. */
const LONGEST = 60_000

/** One call of Medusa, in the shopper's language and, when they are logged in, in their name. */
export async function ask<T>(
  path: string,
  body?: object,
  method: "GET" | "POST" | "DELETE" = body ? "POST" : "GET",
): Promise<T> {
  const token = customerToken()
  const response = await fetch(`${config.backend}${path}`, {
    method,
    headers: {
      "x-publishable-api-key": config.publishableKey,
      "accept-language": language,
      ...(body ? { "content-type": "application/json" } : {}),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    body: body ? JSON.stringify(body) : undefined,
    signal: AbortSignal.timeout(LONGEST),
  }).catch(() => {
    throw new StoreError(texts.offline, 0)
  })
  if (response.ok) return response.json()
  const said: { message?: string } = await response.json().catch(() => ({}))
  throw new StoreError(said.message ?? `${response.status}`, response.status)
}

const CART_FIELDS = "fields=%2Bcompleted_at,%2Bitems.total"

export type Cart = HttpTypes.StoreCart & { completed_at?: string | null }

export async function listProducts(): Promise<HttpTypes.StoreProduct[]> {
  const query = `region_id=${config.regionId}&fields=%2Bmetadata,*variants.calculated_price&order=created_at`
  return (await call<HttpTypes.StoreProductListResponse>(`/products?${query}`)).products
}

/** The cart of this browser, also one that is already an order; none when there is none. */
export async function findCart(): Promise<Cart | undefined> {
  const id = localStorage.getItem(KEPT)
  if (!id) return undefined
  try {
    return (await call<{ cart: Cart }>(`/carts/${id}?${CART_FIELDS}`)).cart
  } catch (error) {
    if (!(error instanceof StoreError) || error.status !== 404) throw error
    forgetCart()
    return undefined
  }
}

export const forgetCart = () => localStorage.removeItem(KEPT)

async function openCart(): Promise<Cart> {
  const known = await findCart()
  if (known && !known.completed_at) return known
  const cart = await newCart()
  localStorage.setItem(KEPT, cart.id)
  return cart
}

const newCart = async (items: object[] = []): Promise<Cart> => {
  const shipping_address = { country_code: "ua" }
  const body = { region_id: config.regionId, shipping_address, items }
  return (await call<{ cart: Cart }>("/carts", body)).cart
}

/** A cart of its own for one product, beside what the shopper has gathered. */
export const cartWith = (variantId: string): Promise<Cart> =>
  newCart([{ variant_id: variantId, quantity: 1 }])

export async function addToCart(variantId: string): Promise<Cart> {
  const { id } = await openCart()
  const path = `/carts/${id}/line-items?${CART_FIELDS}`
  return (await call<{ cart: Cart }>(path, { variant_id: variantId, quantity: 1 })).cart
}

export async function setQuantity(cart: Cart, itemId: string, quantity: number): Promise<void> {
  const path = `/carts/${cart.id}/line-items/${itemId}`
  if (quantity > 0) await call(path, { quantity })
  else await call(path, undefined, "DELETE")
}

/** One way of delivery is enough here: the first one is chosen as soon as there is a cart to pay. */
export async function withDelivery(cart: Cart): Promise<Cart> {
  if (cart.shipping_methods?.length || !cart.items?.length) return cart
  const { shipping_options } = await call<HttpTypes.StoreShippingOptionListResponse>(
    `/shipping-options?cart_id=${cart.id}`,
  )
  const [option] = shipping_options
  if (!option) return cart
  const path = `/carts/${cart.id}/shipping-methods?${CART_FIELDS}`
  return (await call<{ cart: Cart }>(path, { option_id: option.id })).cart
}

export interface Shopper {
  email: string
  address: HttpTypes.StoreAddAddress
}

export async function findOrder(id: string): Promise<HttpTypes.StoreOrder> {
  return (await call<HttpTypes.StoreOrderResponse>(`/orders/${id}`)).order
}
