import type { MedusaContainer } from "@medusajs/framework/types"
import { decorateCartTotals, Modules } from "@medusajs/framework/utils"
import { z } from "zod"

const lines = z.array(z.object({ total: z.coerce.number() }))
/** Medusa's type leaves the lines out; the cart has them, in the order in which they were given. */
const cartTotals = z.object({ items: lines, shipping_methods: lines })

const PARTS_OF_TOTALS = ["tax_lines", "adjustments"]

/**
 * A cart's items and shipping methods as Medusa's query gives them, with totals
 * by Medusa's own arithmetic, and the products' metadata. The query reads a cart's
 * tables one after another, a dozen of them; here the shopper waits for half of that.
 */
export const readCartLines = async (container: MedusaContainer, cartId: string) => {
  const carts = container.resolve(Modules.CART)
  const ofCart = { cart_id: cartId }
  const [items, shipping_methods] = await Promise.all([
    carts.listLineItems(ofCart, { relations: PARTS_OF_TOTALS }),
    carts.listShippingMethods(ofCart, { relations: PARTS_OF_TOTALS }),
  ])
  const [variants, products] = await readMetadata(
    container,
    present(items.map((item) => item.variant_id)),
    present(items.map((item) => item.product_id)),
  )
  const totals = cartTotals.parse(decorateCartTotals({ items, shipping_methods }))
  return {
    items: items.map((item, index) => ({
      ...item,
      total: totals.items[index]?.total,
      variant: variants.find(({ id }) => id === item.variant_id),
      product: products.find(({ id }) => id === item.product_id),
    })),
    shipping_methods: shipping_methods.map((method, index) => ({
      ...method,
      total: totals.shipping_methods[index]?.total,
    })),
  }
}

const readMetadata = (container: MedusaContainer, variants: string[], products: string[]) => {
  const catalogue = container.resolve(Modules.PRODUCT)
  const select = ["id", "metadata"]
  return Promise.all([
    variants.length > 0 ? catalogue.listProductVariants({ id: variants }, { select }) : [],
    products.length > 0 ? catalogue.listProducts({ id: products }, { select }) : [],
  ])
}

const present = (ids: (string | null | undefined)[]): string[] => [
  ...new Set(ids.filter((id) => id !== null && id !== undefined)),
]
