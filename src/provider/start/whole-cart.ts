import type {
  CartLineItemDTO,
  CartShippingMethodDTO,
  MedusaContainer,
} from "@medusajs/framework/types"
import { decorateCartTotals } from "@medusajs/framework/utils"
import { z } from "zod"
import { selectRows } from "../select-rows"

const lines = z.array(z.object({ total: z.coerce.number() }))
/** Medusa's type leaves the lines out; the cart has them, in the order in which they were given. */
const cartTotals = z.object({ items: lines, shipping_methods: lines })

/** Rows as Medusa's arithmetic takes them: exact amounts, and beside each its taxes and discounts. */
const isRow = (value: unknown) => typeof value === "object" && value !== null && "id" in value
const cartRow = z.object({
  cart: z.record(z.string(), z.unknown()),
  items: z.array(z.custom<CartLineItemDTO>(isRow)),
  shipping_methods: z.array(z.custom<CartShippingMethodDTO>(isRow)),
})

/** What a line costs less or more: `of` names the column that points to the line. */
const partsOf = (line: string, of: string) => `
  'tax_lines', (select coalesce(json_agg(to_jsonb(x) order by x.id), '[]') from ${line}_tax_line x
    where x.${of} = l.id and x.deleted_at is null),
  'adjustments', (select coalesce(json_agg(to_jsonb(x) || jsonb_build_object('amount', x.raw_amount) order by x.id), '[]')
    from ${line}_adjustment x where x.${of} = l.id and x.deleted_at is null)`

const metadataOf = (table: string, column: string) =>
  `(select jsonb_build_object('id', x.id, 'metadata', x.metadata) from ${table} x
    where x.id = l.${column} and x.deleted_at is null)`

const CART = `select
  to_jsonb(c) || jsonb_build_object(
    'shipping_address', (select to_jsonb(a) from cart_address a where a.id = c.shipping_address_id and a.deleted_at is null),
    'billing_address', (select to_jsonb(a) from cart_address a where a.id = c.billing_address_id and a.deleted_at is null)
  ) as cart,
  (select coalesce(json_agg(to_jsonb(l) || jsonb_build_object(
      'unit_price', l.raw_unit_price, ${partsOf("cart_line_item", "item_id")},
      'variant', ${metadataOf("product_variant", "variant_id")},
      'product', ${metadataOf("product", "product_id")}) order by l.id), '[]')
    from cart_line_item l where l.cart_id = c.id and l.deleted_at is null) as items,
  (select coalesce(json_agg(to_jsonb(l) || jsonb_build_object(
      'amount', l.raw_amount, ${partsOf("cart_shipping_method", "shipping_method_id")}) order by l.id), '[]')
    from cart_shipping_method l where l.cart_id = c.id and l.deleted_at is null) as shipping_methods
  from cart_payment_collection k join cart c on c.id = k.cart_id
  where k.payment_collection_id = :collection and k.deleted_at is null and c.deleted_at is null`

/**
 * The cart of a payment collection with who pays, its items and shipping methods with totals by Medusa's own arithmetic, and the
 * products' metadata; null when there is none. Medusa's query reads a cart's tables one after another, a
 * dozen of them: here the shopper waits for one question.
 */
export const readWholeCart = async (container: MedusaContainer, collection: string) => {
  const [found] = await selectRows(container, cartRow, CART, { collection })
  if (!found) return null
  const { cart, items, shipping_methods } = found
  const totals = cartTotals.parse(decorateCartTotals({ items, shipping_methods }))
  return {
    ...cart,
    items: items.map((item, index) => ({ ...item, total: totals.items[index]?.total })),
    shipping_methods: shipping_methods.map((method, index) => ({
      ...method,
      total: totals.shipping_methods[index]?.total,
    })),
  }
}
