import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { z } from "zod"
import { amountInRow } from "../../core/amount-in-row"
import type { Delivery } from "../../core/delivery"
import { deliveryCountry } from "../../core/delivery-country"
import { sessionOf } from "../../core/external-id"
import { amountOf } from "../../core/money"
import { errorMessage } from "../../log/error-message"
import { oneLine } from "../../log/one-line"
import { deliveryLine } from "../../messages/delivery-line"
import { DELIVERY_KEY, deliveryInRows, expressMark } from "../../provider/express-mark"
import type { ExpressOptions } from "../../provider/express-options"
import { findProvider } from "../../provider/find-provider"
import type { Filling } from "../../sync/store"
import { aloneAtCart } from "./alone-at-cart"
import { ownerOf } from "./cart-owner"
import { expressMethod } from "./express-method"
import { ExpressOptionError, optionOfChoice, optionsOfExpress } from "./express-option"

const text = z.string().nullish()
const method = z.object({
  id: z.string(),
  shipping_option_id: text,
  amount: amountInRow,
  data: z.record(z.string(), z.unknown()).nullish(),
})
const cartToFill = z.object({
  id: z.string(),
  completed_at: z.unknown(),
  currency_code: z.string(),
  email: text,
  region: z.object({ countries: z.array(z.object({ iso_2: z.string() })) }).nullish(),
  customer: z.object({ id: z.string(), has_account: z.boolean(), email: text }).nullish(),
  shipping_address: z.object({ id: z.string(), country_code: text }).nullish(),
  shipping_methods: z.array(method).nullish(),
})
type CartToFill = z.output<typeof cartToFill>

const FIELDS = [
  "id",
  "completed_at",
  "currency_code",
  "email",
  "region.countries.iso_2",
  "customer.id",
  "customer.has_account",
  "customer.email",
  "shipping_address.id",
  "shipping_address.country_code",
  "shipping_methods.id",
  "shipping_methods.shipping_option_id",
  "shipping_methods.amount",
  "shipping_methods.data",
]

/**
 * What the buyer of an express payment told RozetkaPay and not the store, written into the cart just
 * before it becomes an order. By Medusa's cart module, since its workflows would look at the payment
 * collection again and might delete the very session that pays. Repeating it writes the same.
 */
export const fillCart = (
  container: MedusaContainer,
  cart_id: string,
  { of: { provider_id, external_id }, delivery, paysOnDelivery }: Filling,
): Promise<void> =>
  aloneAtCart(container, cart_id, async () => {
    const [{ data }, found] = await Promise.all([
      container
        .resolve(ContainerRegistrationKeys.QUERY)
        .graph({ entity: "cart", fields: FIELDS, filters: { id: cart_id } }),
      findProvider(container, provider_id),
    ])
    const cart = cartToFill.parse(data[0])
    if (cart.completed_at) return
    const session = sessionOf(external_id)
    const express = found?.provider.options.express
    const owner = await ownerOf(container, cart, delivery, session, express)
    await fillMethod(container, cart, delivery, express)
    await fillAddress(container, cart, delivery)
    // The mark last: whoever sees it finds the rest.
    const metadata = expressMark(session, delivery, paysOnDelivery)
    await container.resolve(Modules.CART).updateCarts([{ id: cart_id, ...owner, metadata }])
  })

const fillAddress = async (
  container: MedusaContainer,
  { id, region, shipping_address }: CartToFill,
  delivery: Delivery,
): Promise<void> => {
  const countries = (region?.countries ?? []).map(({ iso_2 }) => iso_2)
  const address = {
    first_name: delivery.firstName ?? "",
    last_name: delivery.lastName ?? "",
    phone: delivery.phone ?? "",
    city: delivery.city ?? "",
    address_1: deliveryLine(delivery),
    // What another checkout of the same cart may have left.
    address_2: "",
    company: "",
    province: "",
    postal_code: "",
    country_code: deliveryCountry(countries) ?? shipping_address?.country_code ?? undefined,
  }
  const carts = container.resolve(Modules.CART)
  if (shipping_address) await carts.updateAddresses([{ ...address, id: shipping_address.id }])
  else await carts.updateCarts([{ id, shipping_address: address }])
}

const fillMethod = async (
  container: MedusaContainer,
  cart: CartToFill,
  delivery: Delivery,
  express: ExpressOptions | undefined,
): Promise<void> => {
  const methods = cart.shipping_methods ?? []
  if (!express) return
  const orElse =
    <Other>(other: Other) =>
    (error: unknown): Other => {
      if (!(error instanceof ExpressOptionError)) throw error
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .warn(
          `rozetkapay: an express order keeps the shipping option that it began with cart_id=${cart.id}: ${oneLine(errorMessage(error))}`,
        )
      return other
    }
  const named =
    methods.length > 1
      ? await optionsOfExpress(container, express, delivery).catch(orElse<string[]>([]))
      : []
  const method = expressMethod(methods, named)
  if (!method) return
  const paid = amountOf(method.amount, cart.currency_code)
  const of = { id: cart.id, currency: cart.currency_code }
  const chosen = await optionOfChoice(container, of, express, delivery, paid).catch(
    orElse<null>(null),
  )
  await container.resolve(Modules.CART).updateShippingMethods([
    {
      id: method.id,
      data: { ...method.data, [DELIVERY_KEY]: deliveryInRows(delivery) },
      ...(chosen && { shipping_option_id: chosen }),
    },
  ])
}
