import { z } from "zod"
import { listed, text, toWire, whole } from "../wire/request-fields"

/**
 * The lines of the receipt. The payments endpoints want quantity, net_amount and vat_amount as JSON
 * strings (a number is answered with 400 invalid_request_body), and tax_group as an integer.
 * @see https://cdn.rozetkapay.com/public-docs/index.html#operation/createPayment (products)
 */
const product = toWire({
  id: text,
  name: text,
  description: text,
  category: text,
  /** Url of a picture. */
  image: text,
  url: text,
  /** A decimal, like the amounts. */
  quantity: text,
  /** For one piece, in the major unit of `currency` (the document does not say; RozetkaPay's own WooCommerce plugin multiplies). */
  netAmount: text,
  vatAmount: text,
  currency: text,
  /** The tax group's number, as set up at the fiscal service. */
  taxGroup: whole.optional(),
})

export type Product = z.input<typeof product>

export const products = z.array(product).optional().transform(listed)
