import { GatewayError, invalidBody } from "../gateway-error"
import type { Merchant } from "../merchants"
import type { CreateAlternativeRequest } from "./request-shapes"
import { type AlternativeTerms, requiredOfCustomer, WAYS_OF } from "./ways"

/** What a create asks the customer for; refuses what the document's words do not allow. */
export function alternativeTerms(
  merchant: Merchant,
  { provider, currency, customer, products }: CreateAlternativeRequest,
): AlternativeTerms {
  if (merchant.not_allowed.includes("alternative_payments"))
    throw settings("payment_settings_not_found", `${provider} is not set up here`, "provider")
  const { methods } = WAYS_OF[provider]
  const method = methods.length === 0 ? null : (customer.payment_method?.type ?? null)
  if (method === null && methods.length > 0)
    throw invalidBody(METHOD, `Field ${METHOD} is required for ${provider}`)
  if (method !== null && !methods.includes(method))
    throw settings("payment_method_not_allowed", `${provider} has no ${method}`, METHOD)
  if (currency !== "PLN")
    throw new GatewayError({
      code: "invalid_currency",
      message: "Alternative payments are in PLN",
      param: "currency",
    })
  const given = new Map<string, unknown>(Object.entries(customer))
  const missing = requiredOfCustomer(provider, method).find((field) => !given.get(field))
  if (missing !== undefined)
    throw invalidBody(`customer.${missing}`, `Field customer.${missing} is required here`)
  if (provider === "santander" && products.length === 0)
    throw invalidBody("products", "Field products is required for santander")
  const blik_code = method === "blik" ? (customer.payment_method?.blik?.blik_code ?? null) : null
  return { provider, method, blik_code, asks: blik_code === null ? "page" : "app" }
}

const METHOD = "customer.payment_method.type"

const settings = (code: string, message: string, param: string) =>
  new GatewayError({ code, message, type: "payment_settings_error", param })
