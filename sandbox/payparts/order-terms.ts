import { GatewayError, invalidBody } from "../gateway-error"
import { type Minor, sum, toMinor } from "../money"
import type { PaypartsTerms } from "../payment"
import type { World } from "../world"
import { type Bank, isWithinLimits } from "./banks"
import { asksOf } from "./how-banks-ask"
import type { CreateOrderRequest } from "./request-shapes"

/** What is wrong with an order: not its form, but what the bank makes of it. */
export type OrderRefusal = { code: string; message: string; param: string }

/** Finds the bank; refuses what is malformed for it, which no bank ever sees. */
export function bankFor(world: World, request: CreateOrderRequest): Bank {
  const { bank_name, mode, customer, currency, result_url, products = [] } = request
  const bank = world.banks.find(bank_name)
  if (!bank?.offered)
    throw settingsError("bank_is_not_supported", `Bank ${bank_name} is not supported`, "bank_name")
  if ((mode === "hosted") !== (bank.name === "oschadbank"))
    throw settingsError(
      "payment_flow_not_supported",
      `Bank ${bank.name} does not work in mode ${mode}`,
      "mode",
    )
  if (currency !== "UAH")
    throw new GatewayError({
      code: "invalid_currency",
      message: "Instalments are in UAH only",
      param: "currency",
    })
  if (bank.needs_phone && customer.phone === undefined)
    throw invalidBody("customer.phone", `Field customer.phone is required for ${bank.name}`)
  if (bank.name !== "rozetkapay") return bank
  if (result_url === undefined)
    throw invalidBody("result_url", "Field result_url is required for rozetkapay")
  // The living gateway takes it, and the customer's page fails: see missesProducts.
  if (world.strict && products.length === 0)
    throw invalidBody("products", "Field products is required for rozetkapay")
  return bank
}

/** What the bank itself would say no to at once; null when it goes on to ask the customer. */
export function refusalOf(
  world: World,
  bank: Bank,
  request: CreateOrderRequest,
  amount: Minor,
): OrderRefusal | null {
  const { parts_count, customer, products = [] } = request
  const { quirks } = world
  const refusal = world.banks.takeRefusal(bank.name, "payment")
  if (refusal) return { code: refusal.code, message: `${bank.name} refuses`, param: "" }
  if (!bank.available_periods.includes(parts_count))
    return {
      code: quirks.payparts_period_code,
      message: `${bank.name} has no ${parts_count} parts`,
      param: "parts_count",
    }
  if (!isWithinLimits(bank, amount))
    return {
      code: quirks.payparts_limit_code,
      message: `The amount is outside the limits of ${bank.name}`,
      param: "amount",
    }
  if (customer.phone !== undefined && !/^\+38\d{10}$/.test(customer.phone))
    return {
      code: "invalid_phone_number",
      message: "The phone must be +38XXXXXXXXXX",
      param: "customer.phone",
    }
  const lines = products.map(({ price, quantity }) => linePrice(price) * BigInt(quantity))
  if (quirks.payparts_products_sum === "must_match" && lines.length > 0 && sum(lines) !== amount)
    return {
      code: "wrong_amount",
      message: "The products do not come to the amount",
      param: "products",
    }
  return null
}

function linePrice(price: number): Minor {
  const minor = toMinor(price, "UAH")
  if (minor === null) throw invalidBody("products.price", "The price has more than two decimals")
  return minor
}

export const termsFor = (bank: Bank, request: CreateOrderRequest): PaypartsTerms => {
  const phone = request.customer.phone ?? null
  return { bank: bank.name, parts: request.parts_count, phone, asks: asksOf(bank.name, phone) }
}

/** "The create call itself succeeds, but the credit flow fails when the customer proceeds." */
export const missesProducts = (bank: string, body: Record<string, unknown>): boolean =>
  bank === "rozetkapay" && !(Array.isArray(body.products) && body.products.length > 0)

const settingsError = (code: string, message: string, param: string) =>
  new GatewayError({ code, message, type: "payment_settings_error", param })
