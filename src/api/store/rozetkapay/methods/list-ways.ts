import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { amountOf } from "../../../../core/money"
import { errorMessage } from "../../../../log/error-message"
import { oneLine } from "../../../../log/one-line"
import { shopperLanguage } from "../../../../messages/language"
import { type FoundProvider, findProvider } from "../../../../provider/find-provider"
import { inTime } from "../../../../provider/in-time"
import { payerOf } from "../../../../provider/start/payer"
import { type CartToPay, pageAlone, type WayToPay } from "../../../../provider/ways-to-pay"
import type { CartOfShopper } from "./read-cart"

/** Milliseconds for a provider that asks RozetkaPay first; a shopper waits for the list. */
const LONGEST = 5_000

/** The ways of all providers of the cart's region, each in the order that its adapter gives. */
export const listWays = async (
  container: MedusaContainer,
  cart: CartOfShopper,
  acceptLanguage: string | undefined,
) => {
  const found = await Promise.all(cart.providerIds.map((id) => findProvider(container, id)))
  const ways = await Promise.all(
    found.filter((one) => one !== null).map((one) => waysOf(container, one, cart, acceptLanguage)),
  )
  return ways.flat()
}

const waysOf = async (
  container: MedusaContainer,
  { id, provider }: FoundProvider,
  cart: CartOfShopper,
  acceptLanguage: string | undefined,
) => {
  const { adapter, options } = provider
  const toPay: CartToPay = {
    money: cart.money,
    payer: payerOf(cart, cart.customerId, options),
    customerId: cart.customerId,
    language: shopperLanguage(acceptLanguage, cart.locale, options.locale),
  }
  const warn = (why: string) =>
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(`rozetkapay: the ways to pay could not be listed provider_id=${id}: ${oneLine(why)}`)
  try {
    const asked = adapter.waysToPay?.(toPay, provider) ?? [pageAlone(toPay)]
    const ways = await inTime<WayToPay[] | null>(Promise.resolve(asked), LONGEST, () => null)
    if (ways) return ways.map((way) => written(id, way, toPay))
    warn("there was no answer in time")
  } catch (error) {
    warn(errorMessage(error))
  }
  return []
}

/** As the route answers: every field is there, and null where there is nothing to say. */
const written = (provider_id: string, way: WayToPay, { money }: CartToPay) => {
  const { method, name, description, icon, limits, reason, needs, data, settings = {} } = way
  const amount = (limit: string | null | undefined) =>
    limit ? amountOf(limit, money.currency) : null
  return {
    provider_id,
    method,
    name,
    description,
    icon,
    limits: {
      currency_codes: limits.currencies?.map((currency) => currency.toLowerCase()) ?? null,
      country_codes: limits.countries?.map((country) => country.toLowerCase()) ?? null,
      least: amount(limits.least),
      most: amount(limits.most),
      parts: limits.parts ?? null,
    },
    available: reason === null,
    reason,
    needs,
    data,
    settings,
  }
}
