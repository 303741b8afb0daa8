import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { z } from "zod"
import { DELIVERY_KEY, filledBy, NO_EXPRESS_MARK } from "../../provider/express-mark"
import { selectRows } from "../../provider/select-rows"
import { aloneAtCart } from "./alone-at-cart"

const data = z.record(z.string(), z.unknown())
const filledCart = z.object({
  completed_at: z.unknown(),
  metadata: z.unknown(),
  shipping_methods: z.array(z.object({ id: z.string(), data: data.nullish() })).nullish(),
})

const FIELDS = ["id", "completed_at", "metadata", "shipping_methods.id", "shipping_methods.data"]

/**
 * Medusa copies a cart's metadata into its order: what an express payment left there that came to nothing
 * would have the carrier collect the price of an order that is paid.
 */
export const unfillCart = async (container: MedusaContainer, cart_id: string): Promise<void> => {
  const [mark] = await selectRows(container, marked, MARK, { cart_id })
  if (!isFilled(mark ?? null)) return
  await aloneAtCart(container, cart_id, async () => {
    const cart = await readCart(container, cart_id)
    if (!cart || !isFilled(cart) || cart.completed_at) return
    const carts = container.resolve(Modules.CART)
    const told = (cart.shipping_methods ?? []).flatMap(({ id, data }) =>
      data?.[DELIVERY_KEY] ? [{ id, data: without(data) }] : [],
    )
    if (told.length > 0) await carts.updateShippingMethods(told)
    // The mark last: as long as it stands, somebody finds the rest.
    await carts.updateCarts([{ id: cart_id, metadata: NO_EXPRESS_MARK }])
  })
}

const marked = filledCart.pick({ metadata: true })
/** Each order is placed with it, and hardly any cart has a mark. */
const MARK = "select metadata from cart where id = :cart_id and deleted_at is null"

type FilledCart = z.output<typeof filledCart>

const isFilled = (cart: Pick<FilledCart, "metadata"> | null): boolean =>
  filledBy(cart?.metadata) !== null

const readCart = async (container: MedusaContainer, id: string): Promise<FilledCart | null> => {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({ entity: "cart", fields: FIELDS, filters: { id } })
  return filledCart.safeParse(data[0]).data ?? null
}

/** Medusa adds what is written to the data that there are: a key leaves only its value. */
const without = (data: Record<string, unknown>) => ({ ...data, [DELIVERY_KEY]: null })
