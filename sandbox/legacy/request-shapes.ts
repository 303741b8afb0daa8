import { z } from "zod"

/**
 * The requests as the document describes them. What it lets be arbitrary is; fields that it does not
 * know are let through.
 */
const webUrl = z.url({ protocol: /^https?$/ }).max(2048)
const flat = z.record(z.string(), z.string())
const text = z.string().optional()
const cardNumber = z.string().regex(/^\d{13,20}$/, "must be 13 to 20 digits")
const payload = z.string().max(4000)

const product = z.looseObject({
  id: text,
  url: text,
  category: text,
  category_id: text,
  name: text,
  description: text,
  amount: z.number().optional(),
  price_type: z.enum(["VAT", "NET"]).optional(),
  vat: z.number().optional(),
  qty: z.number().optional(),
  payload: payload.optional(),
  metadata: z.record(z.string(), z.unknown()).optional(),
})

const PAYWAYS = [
  "privat24",
  "privat_payparts",
  "credit_pay",
  "przelewy24",
  "gpay",
  "applepay",
] as const

export const primaryShape = z.looseObject({
  pos_id: z.string(),
  mode: z.enum(["hosted", "direct"]),
  method: z.enum(["purchase", "auth", "p2p", "lookup", "credit"]),
  amount: z.number(),
  currency: z.string(),
  description: z.string().max(2048).optional(),
  order_id: z.string().min(1).max(256),
  order_3ds_bypass: z.enum(["always", "never", "supported"]).optional(),
  payway: z.enum(PAYWAYS).optional(),
  products: z.array(product).optional(),
  merchant_order_id: text,
  server_url: webUrl.optional(),
  result_url: webUrl.optional(),
  merchant_mcc: z.string().max(5).optional(),
  payload: payload.optional(),
  properties: flat.optional(),
  browser_fingerprint: flat.optional(),
  cc_number: cardNumber.optional(),
  exp_month: z.int().min(1).max(12).optional(),
  exp_year: z.int().min(0).max(99).optional(),
  card_cvv: z
    .string()
    .regex(/^\d{3,4}$/)
    .optional(),
  cc_token: z.string().min(1).optional(),
  recipient_cc_number: cardNumber.optional(),
  recipient_cc_token: z.string().max(255).optional(),
  customer_lang: text,
  customer_email: text,
  customer_postal_code: text,
  customer_address: text,
})

export type PrimaryRequest = z.infer<typeof primaryShape>

const change = z.looseObject({
  pos_id: z.string(),
  order_id: z.string().min(1).max(32),
  order_currency: z.string(),
  server_url: webUrl.optional(),
})

export const captureShape = change.extend({ charge_amount: z.number().optional() })
export const voidShape = change
export const refundShape = change.extend({ refund_amount: z.number().optional() })
export const p2pCreditShape = change.extend({
  credit_amount: z.number().optional(),
  description: text,
  cc_number: cardNumber.optional(),
  cc_token: z.string().min(1).optional(),
})

/** Card numbers and their secrets are forgotten: neither the log nor a payment's request shows them. */
export function withoutCardData(body: unknown): Record<string, unknown> {
  if (typeof body !== "object" || body === null) return {}
  const secret = ["exp_month", "exp_year", "card_cvv"]
  return Object.fromEntries(
    Object.entries(body)
      .filter(([field]) => !secret.includes(field))
      .map(([field, value]) => [
        field,
        field === "cc_number" || field === "recipient_cc_number" ? maskOfNumber(value) : value,
      ]),
  )
}

const maskOfNumber = (value: unknown): unknown =>
  typeof value === "string" ? legacyMask(value) : value

/** "424242******4242". */
export const legacyMask = (number: string): string =>
  `${number.slice(0, 6)}${"*".repeat(Math.max(0, number.length - 10))}${number.slice(-4)}`
