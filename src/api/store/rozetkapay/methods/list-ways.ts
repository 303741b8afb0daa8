import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { amountOf } from "../../../../core/money"
import { errorMessage } from "../../../../log/error-message"
import { oneLine } from "../../../../log/one-line"
import { shopperLanguage } from "../../../../messages/language"
import { chargesLater } from "../../../../provider/capabilities"
import { type FoundProvider, findProvider } from "../../../../provider/find-provider"
import { inTime } from "../../../../provider/in-time"
import { payerOf } from "../../../../provider/start/payer"
import { type CartToPay, pageAlone, type WayToPay } from "../../../../provider/ways-to-pay"
import type { CartOfShopper } from "./read-cart"

/** Milliseconds for a provider that asks RozetkaPay first; a shopper waits for the list. */
const LONGEST = 5_000

/**
 * The ways of all providers of the cart's region, each in the order that its adapter gives. Medusa keeps no
 * order of providers; what makes the shopper a bank's debtor comes last, however the others stand.
 */
export const listWays = async (
  container: MedusaContainer,
  cart: CartOfShopper,
  acceptLanguage: string | undefined,
) => {
  const found = await Promise.all(cart.providerIds.map((id) => findProvider(container, id)))
  const ways = await Promise.all(
    found.filter((one) => one !== null).map((one) => waysOf(container, one, cart, acceptLanguage)),
  )
  const isInParts = ({ needs }: { needs: readonly string[] }) => needs.includes("parts")
  return ways.flat().sort((one, other) => Number(isInParts(one)) - Number(isInParts(other)))
}

const waysOf = async (
  container: MedusaContainer,
  found: FoundProvider,
  cart: CartOfShopper,
  acceptLanguage: string | undefined,
) => {
  const { id, provider } = found
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
    const asked = async () => {
      const consent = await consentOf(found, cart).catch((error: unknown) => {
        warn(`the customer's consent can't be read now: ${errorMessage(error)}`)
        return null
      })
      return adapter.waysToPay?.({ ...toPay, consent }, provider) ?? [pageAlone(toPay)]
    }
    const ways = await inTime<WayToPay[] | null>(asked(), LONGEST, () => null)
    if (ways) return ways.map((way) => written(id, way, toPay))
    warn("there was no answer in time")
  } catch (error) {
    warn(errorMessage(error))
  }
  return []
}

/** What the cart's customer has allowed earlier, where this cart can be charged by it. */
const consentOf = async (
  { id, provider }: FoundProvider,
  { customerId, money }: CartOfShopper,
): Promise<CartToPay["consent"]> => {
  if (customerId === null || !chargesLater(provider)) return null
  const { given, mask } = await provider.consents.status(id, customerId)
  const consent = given ? await provider.consents.of(id, customerId) : null
  return consent?.currency === money.currency ? { mask } : null
}

/** As the route answers: every field is there, and null where there is nothing to say. */
const written = (provider_id: string, way: WayToPay, { money }: CartToPay) => {
  const { method, name, description, icon, limits, reason, needs, data, settings = {}, asks } = way
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
    asks: { save: asks?.save ?? false, remember: asks?.remember ?? false },
  }
}
