import { z } from "zod"
import { snakeKeys } from "../../rozetkapay/wire/camel-case"
import { ExactNumber, isPlainDecimal } from "../../rozetkapay/wire/exact-json"
import {
  amount,
  filled,
  filledText,
  listed,
  metadata,
  text,
  whole,
} from "../../rozetkapay/wire/request-fields"
import { newOrderId, payload } from "./field-limits"
import { browser, customer, type LegacyBrowser, type LegacyCustomer, recipient } from "./people"

/**
 * What the primary operations say, without card numbers (card-data.ts has those).
 *
 * Amounts are exact decimal strings ("1249.99") in the major unit: the document names no unit, its
 * examples are 0.28 and 1.50 UAH. They are written into the request digit by digit, so no float ever
 * touches them.
 *
 * @see https://deprecated-api.rozetkapay.com
 */

const threeDs = z.enum(["always", "never", "supported"]).optional()

/**
 * `order_3ds_bypass`. The document's list of meanings is lost; by its examples `always` demands 3-D
 * Secure (the answer is "3DS verification is required"), `never` skips it, `supported` leaves it to
 * the card. Absent leaves it to the gateway.
 */
export type ThreeDsControl = NonNullable<z.input<typeof threeDs>>

/** What every primary operation says. */
export const orderShape = {
  /**
   * At most 256 characters. Captures, voids and refunds take at most 32 (`LONGEST_ORDER_ID`), so one
   * that shall ever be refunded must not be longer.
   */
  orderId: newOrderId,
  amount,
  currency: filledText(),
  description: z.string().transform((value) => (value === "" ? undefined : value)),
  threeDs,
  /** Where webhooks go. */
  serverUrl: text,
  /** Where the shopper returns to. */
  resultUrl: text,
  customer,
  recipient,
  merchantMcc: text,
  /** At most 4000 characters; base64 for what has structure. Comes back in answers and webhooks. */
  payload: payload("payload"),
  properties: metadata,
}
const order = z.object(orderShape)

export type LegacyOrder = z.input<typeof order>

/** The fields of an order, by one of the document's methods. */
export const orderFields = (method: string, of: z.output<typeof order>) => {
  const { threeDs, customer, recipient, ...fields } = of
  return { method, ...snakeKeys(fields), order_3ds_bypass: threeDs, ...customer, ...recipient }
}

const decimal = (param: string) =>
  z
    .string()
    .refine(isPlainDecimal, { error: "it must be a plain decimal", params: { param } })
    .transform((digits) => new ExactNumber(digits))
    .optional()

/** A line of the receipt. Amounts and quantity are decimal strings; they never change the total. */
const product = z
  .object({
    id: text,
    url: text,
    category: text,
    categoryId: text,
    name: text,
    description: text,
    amount: decimal("products.amount"),
    priceType: z.enum(["VAT", "NET"]).optional(),
    vat: decimal("products.vat"),
    /** In the example of Privat Payment by Parts only. */
    currency: text,
    quantity: decimal("products.qty"),
    payload: payload("products.payload"),
    /** Under the shop's own keys. Numbers whole. */
    metadata: z
      .record(z.string(), z.union([z.string(), z.boolean(), whole]))
      .optional()
      .transform((own) => own && filled(own)),
  })
  .transform(({ quantity: qty, ...fields }) => snakeKeys({ ...fields, qty }))

export type LegacyProduct = z.input<typeof product>

/** A payment to the shop. */
export const paymentShape = {
  ...orderShape,
  /** true: `auth`, a hold to be captured; false: `purchase`, charged at once. */
  twoStep: z.boolean(),
  products: z.array(product).optional().transform(listed),
  browser,
  /** A second id of the shop's own. */
  merchantOrderId: text,
}
const paymentObject = z.object(paymentShape)

export type LegacyPayment = z.input<typeof paymentObject>

/** The fields of a payment: an order with products, by `auth` or `purchase`. */
export const paymentFields = (of: z.output<typeof paymentObject>) => {
  const { twoStep, browser, ...fields } = of
  return { ...orderFields(twoStep ? "auth" : "purchase", fields), browser_fingerprint: browser }
}

/** "Direct payments" of every kind. */
export const payment = paymentObject.transform(paymentFields)

/** What of an order no error may repeat: tokens that can charge, and what identifies the browser. */
export const secretsOfOrder = (
  order: LegacyOrder & { browser?: LegacyBrowser; customer?: LegacyCustomer },
) => [
  order.recipient?.cardToken,
  order.customer?.ip,
  order.customer?.userAgent,
  order.browser?.ipAddress,
  order.browser?.userAgent,
]
