import { z } from "zod"
import { GatewayError, invalidBody } from "./gateway-error"
import { isKnownCurrency, type Minor, toMinor } from "./money"
import { fingerprintShape, paymentMethodShape } from "./payment-method-shape"

/**
 * The requests as the gateway reads them, with the limits it documents in words. Checked with
 * or without the OpenAPI document at hand. Fields it does not know are let through.
 */
const decimalText = z.string().regex(/^-?\d+(\.\d+)?$/, "must be a decimal written as a string")
export const webUrl = z.url({ protocol: /^https?$/ })

export const product = z.looseObject({
  id: z.string().optional(),
  name: z.string().optional(),
  description: z.string().optional(),
  category: z.string().optional(),
  currency: z.string().optional(),
  image: z.string().optional(),
  url: z.string().optional(),
  /** Strings on the payments API, whatever other APIs of the gateway want. */
  quantity: decimalText.optional(),
  net_amount: decimalText.optional(),
  vat_amount: decimalText.optional(),
  tax_group: z.int().min(1).max(9).optional(),
})

export const metadata = z
  .record(z.string().max(30, "a key may have at most 30 characters"), z.string().max(200))
  .refine((map) => Object.keys(map).length <= 10, "at most 10 entries")

export const customer = z.looseObject({
  email: z.email().optional(),
  first_name: z.string().optional(),
  last_name: z.string().optional(),
  patronym: z.string().optional(),
  phone: z.string().optional(),
  address: z.string().max(100).optional(),
  city: z.string().optional(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, "must be an ISO 3166-1 alpha-2 code")
    .optional(),
  postal_code: z.string().optional(),
  external_id: z.string().optional(),
  account_number: z.string().optional(),
  ip_address: z.ipv4().optional(),
  locale: z.enum(["UK", "EN", "PL"]).optional(),
  color_mode: z.enum(["white", "dark"]).optional(),
  fingerprint: fingerprintShape.optional(),
  payment_method: paymentMethodShape.optional(),
})

export const createShape = z.looseObject({
  amount: z.number(),
  currency: z.string(),
  external_id: z.string().min(1),
  mode: z.enum(["hosted", "direct", "express_checkout"]),
  confirm: z.boolean().default(true),
  callback_url: webUrl.optional(),
  result_url: z.url().optional(),
  result_url_success: z.url().optional(),
  result_url_fail: z.url().optional(),
  description: z.string().optional(),
  payload: z.string().max(4000).optional(),
  unified_external_id: z.string().optional(),
  init_recurrent_payment: z.boolean().optional(),
  checkout_ttl: z.number().positive().optional(),
  products: z.array(product).optional(),
  customer: customer.optional(),
  metadata: metadata.optional(),
})

export type CreateRequest = z.infer<typeof createShape>

/** No currency: it is the one of the payment that opened the series. */
export const recurrentShape = z.looseObject({
  recurrent_id: z.string().min(1),
  external_id: z.string().min(1),
  amount: z.number(),
  confirm: z.boolean().default(true),
  callback_url: webUrl.optional(),
  payload: z.string().max(4000).optional(),
  unified_external_id: z.string().optional(),
  metadata: metadata.optional(),
})

export const lookupShape = z.looseObject({
  mode: z.enum(["hosted", "direct", "express_checkout"]),
  callback_url: webUrl.optional(),
  result_url: z.url().optional(),
  currency: z.string().default("UAH"),
  customer: customer.optional(),
  description: z.string().optional(),
  payload: z.string().max(4000).optional(),
})

/** confirm, cancel and refund share one shape. */
export const operationShape = z.looseObject({
  external_id: z.string().min(1),
  amount: z.number().optional(),
  currency: z.string().optional(),
  callback_url: webUrl.optional(),
  payload: z.string().max(4000).optional(),
  products: z.array(product).optional(),
})

export const referenceShape = z.looseObject({ external_id: z.string().min(1) })

export const resendShape = z.looseObject({
  external_id: z.string().min(1),
  operation: z.enum(["payment", "confirm", "refund", "cancel", "lookup", "recurrent"]).optional(),
})

const day = z.iso.date()

export const reportShape = z.looseObject({
  date_from: day,
  date_to: day,
  operation_types: z
    .array(
      z.enum([
        "auth",
        "void",
        "purchase",
        "capture",
        "refund",
        "payment",
        "payout",
        "p2p",
        "credit",
        "create",
      ]),
    )
    .optional(),
  statuses: z
    .array(
      z.enum(["Success", "Failed", "Unsuccessful", "Created", "Cancel", "Pending", "Rejected"]),
    )
    .optional(),
})

export const payoutsReportShape = z.looseObject({
  date_from: day,
  date_to: day,
  fields: z.array(z.string()).optional(),
  scope: z.enum(["current_login", "all_keys"]).optional(),
  register_type: z.enum(["transactions_list", "transactions_list_dwh"]).optional(),
})

/** Parses a request or refuses it as the gateway does, naming the first wrong field. */
export function readRequest<Shape extends z.ZodType>(shape: Shape, body: unknown): z.infer<Shape> {
  const parsed = shape.safeParse(body)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const param = paramOf(issue?.path ?? [])
  throw invalidBody(param, param ? `Field ${param}: ${issue?.message}` : "Invalid request body")
}

/** ["products", 0, "quantity"] → "products.quantity": the gateway names no list positions. */
export const paramOf = (path: readonly PropertyKey[]): string =>
  path.filter((step) => typeof step === "string").join(".")

/** A positive amount in a currency the gateway takes, exact. */
export function readMoney(amount: number, currency: string): Minor {
  if (!isKnownCurrency(currency))
    throw new GatewayError({
      code: "invalid_currency",
      message: `Currency ${currency} is not supported`,
      param: "currency",
    })
  const minor = toMinor(amount, currency)
  if (minor === null)
    throw invalidBody("amount", `The amount has more decimals than ${currency} has`)
  if (minor <= 0n) throw invalidBody("amount", "The amount must be greater than zero")
  return minor
}
