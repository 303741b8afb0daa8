import type { MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  getTotalVariantAvailability,
  getVariantAvailability,
  type MedusaError,
} from "@medusajs/framework/utils"
import { z } from "zod"
import { isPositive, moneyOf } from "../../core/money"
import { shopperError } from "../../errors"
import type { CHECKOUT } from "../../messages/checkout"
import type { ShopperLanguage } from "../../messages/language"
import { notPositive } from "../../provider/hook-inputs"

const text = z.string().nullish()
const address = z.object({
  first_name: text,
  last_name: text,
  phone: text,
  address_1: text,
  city: text,
  postal_code: text,
})
const profile = z.object({ id: z.string() }).nullish()
const item = z.object({
  quantity: z.coerce.number(),
  requires_shipping: z.boolean(),
  variant_id: text,
  variant: z
    .object({
      manage_inventory: z.boolean(),
      allow_backorder: z.boolean(),
      product: z.object({ shipping_profile: profile }).nullish(),
    })
    .nullish(),
})
const method = z.object({
  shipping_option: z.object({ shipping_profile_id: text }).nullish(),
})
const cartToPay = z.object({
  completed_at: z.unknown().optional(),
  email: text,
  sales_channel_id: text,
  shipping_address: address.nullish(),
  items: z.array(item).nullish(),
  shipping_methods: z.array(method).nullish(),
})
type CartToPay = z.output<typeof cartToPay>
type Item = z.output<typeof item>

/** Who buys in one click gives the address, and who they are, on RozetkaPay's page. */
export type WayToBuy = "checkout" | "express"

/** What a cart may lack to become an order. */
type CartLack = Extract<keyof typeof CHECKOUT, `cart_without_${string}` | "items_unavailable">

const linked = z.object({
  payment_collection: z.object({ amount: z.coerce.number(), currency_code: z.string() }),
  cart: cartToPay,
})

const FIELDS = [
  "payment_collection.amount",
  "payment_collection.currency_code",
  "cart.completed_at",
  "cart.email",
  "cart.sales_channel_id",
  ...Object.keys(address.shape).map((field) => `cart.shipping_address.${field}`),
  "cart.items.quantity",
  "cart.items.requires_shipping",
  "cart.items.variant_id",
  "cart.items.variant.manage_inventory",
  "cart.items.variant.allow_backorder",
  "cart.items.variant.product.shipping_profile.id",
  "cart.shipping_methods.shipping_option.shipping_profile_id",
]

/**
 * Whether the cart can become an order as it is: what Medusa would refuse only after the shopper
 * has paid, and what no order can be sent without. A payment link has no cart, and nothing to lack.
 *
 * What can't be read is left to Medusa, which judges when the order is placed.
 *
 * @returns the 400 for the shopper, or null. Nothing was sent or deleted.
 */
export const cartLack = async (
  container: MedusaContainer,
  payment_collection_id: string,
  language: ShopperLanguage,
  way: WayToBuy = "checkout",
): Promise<MedusaError | null> => {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "cart_payment_collection",
    fields: FIELDS,
    filters: { payment_collection_id },
  })
  const found = linked.safeParse(data[0]).data
  if (!found) return null
  const { cart, payment_collection } = found
  // It is an order by now: whoever pays the rest of it needs nothing of the cart any more.
  if (cart.completed_at) return null
  const code =
    missingIn(cart, way) ?? ((await isSoldOut(container, cart)) ? "items_unavailable" : null)
  if (code) return shopperError(code, language)
  const cost = moneyOf(payment_collection.amount, payment_collection.currency_code)
  return isPositive(cost.amount) ? null : notPositive(cost, language)
}

/** All but the stock. Goods that need no delivery need no address. */
export const missingIn = (cart: CartToPay, way: WayToBuy = "checkout"): CartLack | null => {
  const items = cart.items ?? []
  if (items.length === 0) return "cart_without_items"
  // Deleted from the shop since.
  if (items.some(({ variant_id, variant }) => variant_id && !variant)) return "items_unavailable"
  if (way === "checkout" && !cart.email?.trim()) return "cart_without_email"
  const sent = items.filter(({ requires_shipping }) => requires_shipping)
  if (sent.length === 0) return null
  // Medusa itself writes the country of a region that has only one.
  const isSaid = Object.values(cart.shipping_address ?? {}).some((value) => value?.trim())
  if (way === "checkout" && !isSaid) return "cart_without_address"
  return isDelivered(sent, cart.shipping_methods ?? []) ? null : "cart_without_delivery"
}

/** As Medusa's `validateShippingStep` has it: a method for each kind of goods. */
const isDelivered = (items: Item[], methods: z.output<typeof method>[]): boolean => {
  if (methods.length === 0) return false
  const offered = methods.map(({ shipping_option }) => shipping_option?.shipping_profile_id)
  // An item of the store's own, without a variant, has no profile that could be asked for.
  return items.every(
    ({ variant }) => !variant || offered.includes(variant.product?.shipping_profile?.id),
  )
}

/** Fewer left, where the cart is sold, than the cart has of it. */
const isSoldOut = async (
  container: MedusaContainer,
  { items, sales_channel_id }: CartToPay,
): Promise<boolean> => {
  const wanted = wantedFromStock(items ?? [])
  if (wanted.size === 0) return false
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const variant_ids = [...wanted.keys()]
  const left = sales_channel_id
    ? await getVariantAvailability(query, { variant_ids, sales_channel_id })
    : await getTotalVariantAvailability(query, { variant_ids })
  return variant_ids.some((id) => (wanted.get(id) ?? 0) > (left[id]?.availability ?? 0))
}

/** How many of each variant whose stock is counted and can run out. */
export const wantedFromStock = (items: Item[]): Map<string, number> => {
  const wanted = new Map<string, number>()
  for (const { variant_id, variant, quantity } of items) {
    if (!variant_id || !variant?.manage_inventory || variant.allow_backorder) continue
    wanted.set(variant_id, (wanted.get(variant_id) ?? 0) + quantity)
  }
  return wanted
}
