import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  addShippingMethodToCartWorkflow,
  createPaymentCollectionForCartWorkflow,
  updateCartWorkflow,
} from "@medusajs/medusa/core-flows"
import { z } from "zod"
import { amountInRow } from "../../core/amount-in-row"
import { deliveryCountry } from "../../core/delivery-country"
import { amountOf, currencyCode, equals } from "../../core/money"
import { developerError, shopperError } from "../../errors"
import { oneLine } from "../../log/one-line"
import {
  ExpressOptionError,
  expressOption,
  type PricedOption,
} from "../../medusa-store/express/express-option"
import type { ShopperLanguage } from "../../messages/language"
import { EXPRESS_CURRENCY } from "../../provider/start/require-express"
import type { StoreOptions } from "../../provider/store-options"
import { requirePayable } from "../session-request/require-payable"

const cartToPrepare = z.object({
  id: z.string(),
  completed_at: z.unknown(),
  currency_code: z.string(),
  items: z.array(z.object({ id: z.string() })).nullish(),
  region: z.object({ countries: z.array(z.object({ iso_2: z.string() })).nullish() }).nullish(),
  shipping_address: z.object({ country_code: z.string().nullish() }).nullish(),
  shipping_methods: z
    .array(z.object({ shipping_option_id: z.string().nullish(), amount: amountInRow }))
    .nullish(),
  payment_collection: z.object({ id: z.string() }).nullish(),
})
type CartToPrepare = z.output<typeof cartToPrepare>

const FIELDS = [
  "id",
  "completed_at",
  "currency_code",
  "items.id",
  "region.countries.iso_2",
  "shipping_address.country_code",
  "shipping_methods.shipping_option_id",
  "shipping_methods.amount",
  "payment_collection.id",
]

/** `untouched`: its open tries on whose pages nothing has happened. */
type PreparedCart = { collectionId: string; untouched: string[] }

/**
 * Makes a cart cost what its express payment will be asked for: with the country that its taxes are
 * reckoned by, and with its delivery. Alone with the cart's starts, and before the session is opened, so
 * that what the buyer chooses on RozetkaPay's page changes no price.
 *
 * @throws MedusaError a sentence for the shopper, with a line in the log for the merchant where it is theirs to
 *   mend; nothing was sent to RozetkaPay
 */
export const prepareCart = async (
  container: MedusaContainer,
  cartId: string,
  { express }: Pick<StoreOptions, "express">,
  language: ShopperLanguage,
): Promise<PreparedCart> => {
  const cart = await readCart(container, cartId)
  if (!cart) throw developerError("no_such_cart")
  if (cart.completed_at) throw shopperError("already_ordered", language)
  if (!express) throw shopperError("express_not_offered", language)
  const currency = currencyCode(cart.currency_code)
  if (currency !== EXPRESS_CURRENCY) {
    throw shopperError("express_currency", language, { currency })
  }
  if (!cart.items?.length) throw shopperError("cart_without_items", language)
  const untouched = cart.payment_collection
    ? await requirePayable(container, cart.payment_collection.id, language)
    : []

  await giveCountry(container, cart)
  const option = await expressOption(container, { id: cart.id, currency }, express).catch(
    (error: unknown) => {
      if (!(error instanceof ExpressOptionError)) throw error
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .error(
          `rozetkapay: nothing can be bought in one click code=express_delivery cart_id=${cart.id}: ${oneLine(error.message)}`,
        )
      throw shopperError("express_delivery", language)
    },
  )
  if (!isSentBy(cart, option)) {
    await addShippingMethodToCartWorkflow(container).run({
      input: { cart_id: cart.id, options: [{ id: option.id }] },
    })
  }
  if (cart.payment_collection) return { collectionId: cart.payment_collection.id, untouched }
  const { result } = await createPaymentCollectionForCartWorkflow(container).run({
    input: { cart_id: cart.id },
  })
  return { collectionId: result.id, untouched }
}

const readCart = async (
  container: MedusaContainer,
  cartId: string,
): Promise<CartToPrepare | null> => {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({ entity: "cart", fields: FIELDS, filters: { id: cartId } })
  return cartToPrepare.safeParse(data[0]).data ?? null
}

/** Medusa reckons no taxes, and offers no delivery, of a cart without a country. */
const giveCountry = async (
  container: MedusaContainer,
  { id, region, shipping_address }: CartToPrepare,
): Promise<void> => {
  const country_code = deliveryCountry((region?.countries ?? []).map(({ iso_2 }) => iso_2))
  if (country_code === null || shipping_address?.country_code === country_code) return
  await updateCartWorkflow(container).run({ input: { id, shipping_address: { country_code } } })
}

const isSentBy = (
  { currency_code, shipping_methods }: CartToPrepare,
  option: PricedOption,
): boolean =>
  (shipping_methods ?? []).some(
    ({ shipping_option_id, amount }) =>
      shipping_option_id === option.id && equals(amountOf(amount, currency_code), option.amount),
  )
