import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "zod"
import { DELIVERY } from "../../messages/labels"
import { readWholeCart } from "./whole-cart"

/** What is being paid for and by whom, as far as the store knows. */
export type Purchase = {
  cartId: string | null
  /** The order that a link pays for, or that the cart has become. */
  orderId: string | null
  /** Its number, as the merchant and the shopper know it. */
  orderNumber: number | null
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
  /** As the line has it of its product, since it was put into the cart. */
  product?: { category: string | null; description: string | null; handle: string | null }
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
  /** `patronym`, where a store asks for it. */
  metadata: z.record(z.string(), z.unknown()).nullish(),
})

/** Who pays, as carts and orders have it. */
export const payerFields = z.object({
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
  product_type: text,
  product_collection: text,
  product_description: text,
  product_handle: text,
  variant: z.object({ metadata }).nullish(),
  product: z.object({ metadata }).nullish(),
})

export const soldDelivery = z.object({ id: z.string(), name: text, total: z.coerce.number() })

const cart = payerFields.extend({
  completed_at: z.unknown(),
  items: z.array(soldItem).nullish(),
  shipping_methods: z.array(soldDelivery).nullish(),
})

const order = payerFields.extend({
  display_id: z.coerce
    .number()
    .nullish()
    .transform((number) => number ?? null),
})

export const PAYER_FIELDS = [
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
 *
 * @param what "cart": as it was sold, also while its order is being placed
 */
export const readPurchase = async (
  container: MedusaContainer,
  paymentCollectionId: string,
  what: "due" | "cart" = "due",
): Promise<Purchase | null> => {
  const query = queryOf(container)
  const found = await readWholeCart(container, paymentCollectionId)
  if (found) {
    const own = cart.parse(found)
    // What is due of a cart that has become an order is the order's, edited since.
    return own.completed_at && what === "due"
      ? purchaseOfOrder(query, "order_cart", { cart_id: own.id })
      : purchaseOfCart(own)
  }
  const linked = { payment_collection_id: paymentCollectionId }
  return purchaseOfOrder(query, "order_payment_collection", linked)
}

const queryOf = (container: MedusaContainer) => container.resolve(ContainerRegistrationKeys.QUERY)

/** A payment link asks for what is still due, which the order's lines do not add up to: no lines. */
const purchaseOfOrder = async (
  query: ReturnType<typeof queryOf>,
  link: "order_cart" | "order_payment_collection",
  filters: Record<string, string>,
): Promise<Purchase | null> => {
  const orders = await query.graph({ entity: link, fields: ["order_id"], filters })
  const orderId = orders.data[0]?.order_id
  if (!orderId) return null
  const found = await query.graph({
    entity: "order",
    fields: [...PAYER_FIELDS, "display_id"],
    filters: { id: orderId },
  })
  const own = order.safeParse(found.data[0]).data
  return own
    ? {
        ...payerOf(own),
        cartId: null,
        orderId,
        orderNumber: own.display_id,
        items: [],
        shipping: [],
      }
    : null
}

const purchaseOfCart = (found: z.output<typeof cart>): Purchase => ({
  ...payerOf(found),
  cartId: found.id,
  orderId: null,
  orderNumber: null,
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
  product: {
    category: item.product_type ?? item.product_collection,
    description: item.product_description,
    handle: item.product_handle,
  },
})

export const lineOfDelivery = (method: z.output<typeof soldDelivery>): PurchaseLine => ({
  id: method.id,
  title: method.name ?? DELIVERY,
  quantity: 1,
  total: method.total,
  image: null,
  variantMetadata: null,
  productMetadata: null,
})

const payerOf = (found: z.output<typeof payerFields>) => ({
  email: found.email,
  locale: found.locale,
  shippingAddress: found.shipping_address ?? null,
  billingAddress: found.billing_address ?? null,
})

const lineTitle = (product: string | null, variant: string | null): string =>
  [product ?? "—", variant === product ? null : variant]
    .filter((part) => part && part !== "Default variant")
    .join(", ")
