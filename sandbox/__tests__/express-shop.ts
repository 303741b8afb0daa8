import { createHash } from "node:crypto"
import { type Answer, PASSWORD, type Received, type Shop } from "./shop"

export const PRODUCTS = [
  {
    id: "sku-1",
    name: "Сорочка",
    quantity: "1",
    net_amount: "1249.99",
    vat_amount: "0.00",
    currency: "UAH",
  },
]

export const createExpress = (
  shop: Shop,
  external_id: string,
  more: Record<string, unknown> = {},
): Promise<Answer> =>
  shop.create(external_id, { mode: "express_checkout", products: PRODUCTS, ...more })

/** Buys without the page: see the control API. */
export const buy = (shop: Shop, external_id: string, how: Record<string, unknown> = {}) =>
  shop.control(`payments/${external_id}/express`, how)

/** The callbacks that came about one payment, in JSON or in a form of `data=`. */
export const toldOf = (shop: Shop, external_id: string): Record<string, unknown>[] =>
  shop.received
    .map(({ raw }) => Object(JSON.parse(dataOf(raw))))
    .filter((body) => body.external_id === external_id)

export const dataOf = (raw: string): string =>
  raw.startsWith("data=") ? decodeURIComponent(raw.slice("data=".length).replaceAll("+", " ")) : raw

/** The signature as the documents have it, over any text. */
export const signatureOf = (text: string): string => {
  const inner = Buffer.from(text).toString("base64url")
  const padded = inner.padEnd(Math.ceil(inner.length / 4) * 4, "=")
  const digest = createHash("sha1").update(`${PASSWORD}${padded}${PASSWORD}`).digest()
  return digest.toString("base64").replaceAll("+", "-").replaceAll("/", "_")
}

export const newest = (shop: Shop): Received => {
  const last = shop.received.at(-1)
  if (!last) throw new Error("No callback came")
  return last
}
