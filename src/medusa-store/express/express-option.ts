import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, ShippingOptionPriceType } from "@medusajs/framework/utils"
import { listShippingOptionsForCartWithPricingWorkflow } from "@medusajs/medusa/core-flows"
import { z } from "zod"
import { amountInRow } from "../../core/amount-in-row"
import type { Delivery } from "../../core/delivery"
import { type Amount, amountOf, equals } from "../../core/money"
import { errorMessage } from "../../log/error-message"
import type { ExpressChoice, ExpressOptions } from "../../provider/express-options"
import { inTime } from "../../provider/in-time"

/** A shipping option of the store's with its one price for a cart. */
export type PricedOption = { id: string; amount: Amount }

export type CartToSend = { id: string; currency: string }

/** What a buyer may choose. */
const KINDS = ["W", "P", "D"]
const BEFORE_CHOICE: ExpressChoice[] = KINDS.map((deliveryType) => ({
  provider: null,
  deliveryType,
  city: null,
}))

const candidates = z.array(z.object({ id: z.string(), price_type: z.string() }))
const offered = z.array(
  z.object({
    id: z.string(),
    calculated_price: z.object({ calculated_amount: amountInRow }).nullish(),
  }),
)

/** Why express orders can't be sent; for the merchant. */
export class ExpressOptionError extends Error {}

/**
 * The shipping option by which an express order of this cart is sent. Its price is a part of what is
 * asked for before the buyer chooses anything, so it must not depend on the choice.
 *
 * @throws ExpressOptionError a line for the merchant's log
 */
export const expressOption = async (
  container: MedusaContainer,
  cart: CartToSend,
  express: ExpressOptions,
): Promise<PricedOption> => {
  const names = await namesFor(express, BEFORE_CHOICE)
  const found = await Promise.all(names.map((name) => pricedOption(container, cart, name)))
  const [first, ...others] = found
  if (!first) throw new ExpressOptionError("express.shippingOption names no shipping option")
  if (others.some(({ amount }) => !equals(amount, first.amount))) {
    throw new ExpressOptionError(
      `express.shippingOption gives shipping options of different prices (${names.join(", ")}): the delivery's price is asked for before the buyer chooses, so it must be the same for all`,
    )
  }
  return first
}

/**
 * The option of what the buyer has chosen since, when a function decides.
 *
 * @param paid what the delivery costs in the cart: an option of another price is not the one that was paid
 * @throws ExpressOptionError when it is none
 */
export const optionOfChoice = async (
  container: MedusaContainer,
  cart: CartToSend,
  express: ExpressOptions,
  { carrier, kind, city }: Delivery,
  paid: Amount,
): Promise<string | null> => {
  if (typeof express.shippingOption === "string") return null
  const [name = ""] = await namesFor(express, [choiceOf({ carrier, kind, city })])
  const { id, amount } = await pricedOption(container, cart, name)
  if (equals(amount, paid)) return id
  throw new ExpressOptionError(
    `express.shippingOption gives "${name}" for what the buyer chose, which costs ${amount}, and ${paid} was paid for the delivery`,
  )
}

/** All options by which an express order of this delivery may be sent. @throws ExpressOptionError */
export const optionsOfExpress = async (
  container: MedusaContainer,
  express: ExpressOptions,
  delivery: Delivery,
): Promise<string[]> => {
  const names = await namesFor(express, [...BEFORE_CHOICE, choiceOf(delivery)])
  const named = await Promise.all(names.map((name) => optionsNamed(container, name)))
  return named.flat().map(({ id }) => id)
}

const choiceOf = ({
  carrier,
  kind,
  city,
}: Pick<Delivery, "carrier" | "kind" | "city">): ExpressChoice => ({
  provider: carrier,
  deliveryType: kind,
  city,
})

/** Milliseconds that a merchant's function may take: a shopper waits, and the cart's turn is held. */
const LONGEST_CHOICE = 5_000

/** @throws ExpressOptionError when the merchant's function fails, or takes too long */
export const namesFor = async (
  { shippingOption }: Pick<ExpressOptions, "shippingOption">,
  choices: ExpressChoice[],
): Promise<string[]> => {
  if (typeof shippingOption === "string") return [shippingOption]
  try {
    const asked: Promise<unknown[]> = Promise.all(choices.map((choice) => shippingOption(choice)))
    const given = await inTime<unknown[] | null>(asked, LONGEST_CHOICE, () => null)
    if (!given) throw new Error(`it did not answer within ${LONGEST_CHOICE} ms`)
    return [...new Set(z.array(z.string().min(1)).parse(given))]
  } catch (error) {
    throw new ExpressOptionError(
      `express.shippingOption could not say by what an order is sent: ${errorMessage(error)}`,
    )
  }
}

const pricedOption = async (
  container: MedusaContainer,
  { id: cart_id, currency }: CartToSend,
  name: string,
): Promise<PricedOption> => {
  const named = await optionsNamed(container, name)
  if (named.length === 0) {
    throw new ExpressOptionError(`there is no shipping option of the id or type "${name}"`)
  }
  if (named.some(({ price_type }) => price_type !== ShippingOptionPriceType.FLAT)) {
    throw new ExpressOptionError(
      `the shipping option "${name}" has a calculated price, which depends on what the buyer chooses: give it a flat one`,
    )
  }
  const { result } = await listShippingOptionsForCartWithPricingWorkflow(container).run({
    input: { cart_id, is_return: false, options: named.map(({ id }) => ({ id })) },
  })
  const priced = offered
    .parse(result)
    .flatMap(({ id, calculated_price }) =>
      calculated_price
        ? [{ id, amount: amountOf(calculated_price.calculated_amount, currency) }]
        : [],
    )
    .sort((a, b) => (a.id < b.id ? -1 : 1))
  const [first] = priced
  if (!first) {
    throw new ExpressOptionError(
      `the shipping option "${name}" is not offered to this cart: look at its service zone, its sales channel, its prices and rules`,
    )
  }
  if (priced.some(({ amount }) => !equals(amount, first.amount))) {
    throw new ExpressOptionError(
      `several shipping options of the type "${name}" are offered to this cart, at different prices: name one by its id`,
    )
  }
  return first
}

const optionsNamed = async (container: MedusaContainer, name: string) => {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const entity = "shipping_option"
  const fields = ["id", "price_type"]
  const byId = await query.graph({ entity, fields, filters: { id: name } })
  if (byId.data.length > 0) return candidates.parse(byId.data)
  const byType = await query.graph({ entity, fields, filters: { type: { code: name } } })
  return candidates.parse(byType.data)
}
