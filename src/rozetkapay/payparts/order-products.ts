import { z } from "zod"
import { exactNumber, filledText, listed, text, toWire, whole } from "../wire/request-fields"

/**
 * What is bought in instalments. Unlike on the payments endpoints quantity and price are JSON numbers
 * here (strings are answered with 400 invalid_request_body), and the quantity is a whole one.
 * @see https://cdn.rozetkapay.com/public-docs/index.html#operation/payPartsCreateOrder (PayPartsProduct)
 */
const orderProduct = toWire({
  /** The product's id in the store. */
  externalId: text,
  name: filledText("products.name"),
  quantity: whole,
  /** For one piece, in the major unit. */
  price: exactNumber("products.price"),
  /** The most general one. */
  categoryName: text,
  secondCategoryName: text,
  /** 1 to 9; for fiscalised projects. */
  taxGroup: whole.optional(),
})

export type PayPartsProduct = z.input<typeof orderProduct>

export const orderProducts = z.array(orderProduct).optional().transform(listed)
