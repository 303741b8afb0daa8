import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "zod"
import { readCartLines } from "./cart-lines"

/** What is being paid for and by whom, as far as the store knows. */
export type Purchase = {
  cartId: string | null
  /** The cart has become an order: nothing of it is left to pay. */
  isOrdered: boolean
  email: string | null
  locale: string | null
  shippingAddress: PurchaseAddress | null
  billingAddress: PurchaseAddress | null
  items: PurchaseLine[]
  shipping: PurchaseLine[]
}

export type PurchaseAddress = z.output<typeof address>

export type PurchaseLine = {
  id: string
  title: string
  quantity: number
  /** With taxes and discounts, unrounded as Medusa computes it. */
  total: number
  image: string | null
  variantMetadata: Record<string, unknown> | null
  productMetadata: Record<string, unknown> | null
}

const text = z
  .string()
  .nullish()
  .transform((value) => value?.trim() || null)
const metadata = z
  .record(z.string(), z.unknown())
  .nullish()
  .transform((value) => value ?? null)

const address = z.object({
  first_name: text,
  last_name: text,
  phone: text,
  address_1: text,
  address_2: text,
  city: text,
  country_code: text,
  postal_code: text,
})

const payer = z.object({
  id: z.string(),
  email: text,
  locale: text,
  shipping_address: address.nullish(),
  billing_address: address.nullish(),
})

/** An item of a cart or an order. */
export const soldItem = z.object({
  id: z.string(),
  title: text,
  product_title: text,
  variant_title: text,
  quantity: z.coerce.number(),
  total: z.coerce.number(),
  thumbnail: text,
  variant: z.object({ metadata }).nullish(),
  product: z.object({ metadata }).nullish(),
})

export const soldDelivery = z.object({ id: z.string(), name: text, total: z.coerce.number() })

const cart = payer.extend({
  completed_at: z.unknown(),
  items: z.array(soldItem).nullish(),
  shipping_methods: z.array(soldDelivery).nullish(),
})

const PAYER_FIELDS = [
  "id",
  "email",
  "locale",
  ...["shipping_address", "billing_address"].flatMap((place) =>
    Object.keys(address.shape).map((field) => `${place}.${field}`),
  ),
]

/**
 * The cart, or the order, that a payment collection pays for; null when it
 * belongs to neither. Read from Medusa: the payment module's context
 * knows a logged-in customer only, and no guest, address or line.
 */
export const readPurchase = async (
  container: MedusaContainer,
  paymentCollectionId: string,
): Promise<Purchase | null> => {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const linked = { payment_collection_id: paymentCollectionId }
  const carts = await query.graph({
    entity: "cart_payment_collection",
    fields: ["cart_id"],
    filters: linked,
  })
  const cartId = carts.data[0]?.cart_id
  if (cartId) {
    const [found, lines] = await Promise.all([
      query.graph({
        entity: "cart",
        fields: [...PAYER_FIELDS, "completed_at"],
        filters: { id: cartId },
      }),
      readCartLines(container, cartId),
    ])
    return found.data[0] ? purchaseOfCart(cart.parse({ ...found.data[0], ...lines })) : null
  }
  const orders = await query.graph({
    entity: "order_payment_collection",
    fields: ["order_id"],
    filters: linked,
  })
  const orderId = orders.data[0]?.order_id
  if (!orderId) return null
  const found = await query.graph({
    entity: "order",
    fields: PAYER_FIELDS,
    filters: { id: orderId },
  })
  // A payment link asks for what is still due, which the order's lines do not add up to: no lines.
  return found.data[0]
    ? {
        ...payerOf(payer.parse(found.data[0])),
        cartId: null,
        isOrdered: false,
        items: [],
        shipping: [],
      }
    : null
}

const purchaseOfCart = (found: z.output<typeof cart>): Purchase => ({
  ...payerOf(found),
  cartId: found.id,
  isOrdered: Boolean(found.completed_at),
  items: (found.items ?? []).map(lineOfItem),
  shipping: (found.shipping_methods ?? []).map(lineOfDelivery),
})

export const lineOfItem = (item: z.output<typeof soldItem>): PurchaseLine => ({
  id: item.id,
  title: lineTitle(item.product_title ?? item.title, item.variant_title),
  quantity: item.quantity,
  total: item.total,
  image: item.thumbnail,
  variantMetadata: item.variant?.metadata ?? null,
  productMetadata: item.product?.metadata ?? null,
})

export const lineOfDelivery = (method: z.output<typeof soldDelivery>): PurchaseLine => ({
  id: method.id,
  title: method.name ?? "Доставка",
  quantity: 1,
  total: method.total,
  image: null,
  variantMetadata: null,
  productMetadata: null,
})

const payerOf = (found: z.output<typeof payer>) => ({
  email: found.email,
  locale: found.locale,
  shippingAddress: found.shipping_address ?? null,
  billingAddress: found.billing_address ?? null,
})

const lineTitle = (product: string | null, variant: string | null): string =>
  [product ?? "—", variant === product ? null : variant]
    .filter((part) => part && part !== "Default variant")
    .join(", ")
