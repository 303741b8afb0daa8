/**
 * What RozetkaPay's own plugins send and the living gateway takes, though its document forbids it:
 * null and "" for "not given", amounts as texts, amounts of products as numbers, `color_mode: light`.
 * Read as what is meant; in strict mode (see README) it is refused, so that our own mistakes show.
 */
export function asMeant(body: unknown, products: ProductFields): unknown {
  if (Array.isArray(body)) return body.map((one) => asMeant(one, products))
  if (typeof body !== "object" || body === null) return body
  const given = Object.entries(body).filter(([, value]) => value !== null && value !== "")
  return Object.fromEntries(given.map(([field, value]) => [field, meaning(field, value, products)]))
}

/** How an API wants a product's quantity: the instalments API takes numbers only. */
export type ProductFields = "texts" | "numbers"

const TEXTS = new Set(["quantity", "net_amount", "vat_amount"])

function meaning(field: string, value: unknown, products: ProductFields): unknown {
  if (field === "metadata") return value
  if (field === "amount" && typeof value === "string" && DECIMAL.test(value)) return Number(value)
  if (products === "texts" && TEXTS.has(field) && typeof value === "number") return String(value)
  if (field === "color_mode" && value === "light") return "white"
  return asMeant(value, products)
}

const DECIMAL = /^\d+(\.\d+)?$/
