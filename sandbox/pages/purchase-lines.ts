import { isKnownCurrency, toMinor } from "../money"
import type { CreateBody, Payment } from "../payment"
import { formatAmount } from "./amount"
import { type Html, html } from "./html"
import type { Language, Texts } from "./texts"

/** What the shop sent as `products`, delivery among them: names, how many, and what they cost. */
export function productLines(
  { products }: CreateBody,
  currency: string,
  language: Language,
): Html | null {
  const lines = (Array.isArray(products) ? products : [])
    .filter((product: unknown) => typeof product === "object" && product !== null)
    .map((product: object) => new Map<string, unknown>(Object.entries(product)))
    .filter((product) => product.has("name"))
  return lines.length === 0
    ? null
    : html`<ul class="lines">${lines.map((product) => {
        const quantity = String(quantityOf(product))
        const cost = costOf(product, quantity, currency)
        return html`<li><span>${String(product.get("name"))} <span class="count">× ${quantity}</span></span>${
          cost !== null && html`<span>${formatAmount(cost, currency, language)}</span>`
        }</li>`
      })}</ul>`
}

/** Who gets how much of a payment to several sellers, and for what. */
export const sellersParts = (
  { orders }: Payment,
  language: Language,
  texts: Texts,
  sellerName: (api_key: string) => string | null,
): Html | null =>
  orders.length === 0
    ? null
    : html`<div class="parts">${orders.map((order) => {
        const seller = sellerName(order.part?.api_key ?? "")
        return html`<section class="part">
  ${seller !== null && html`<p class="soft">${texts.seller}: ${seller}</p>`}
  <h2><span>${String(order.request.description)}</span><b>${formatAmount(
    order.amount,
    order.currency,
    language,
  )}</b></h2>
  ${productLines(order.request, order.currency, language)}</section>`
      })}</div>`

/** The legacy API says qty. */
const quantityOf = (product: Map<string, unknown>): unknown =>
  product.get("quantity") ?? product.get("qty") ?? "1"

/** Of the whole line: `net_amount`, or `price` of the other APIs, is of one piece. Null where the shop told none. */
function costOf(product: Map<string, unknown>, quantity: string, currency: string): bigint | null {
  const price = product.get("price") ?? product.get("net_amount")
  if (typeof price !== "string" && typeof price !== "number") return null
  if (!isKnownCurrency(currency) || !/^\d+$/.test(quantity)) return null
  const minor = toMinor(price, currency)
  return minor === null ? null : minor * BigInt(quantity)
}
