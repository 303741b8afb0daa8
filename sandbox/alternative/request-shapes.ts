import { z } from "zod"
import { metadata, webUrl } from "../request-shapes"
import { METHODS, PROVIDERS } from "./ways"

/** Quantities and prices are numbers here; texts give 400. */
const product = z.looseObject({
  name: z.string(),
  quantity: z.int(),
  price: z.number(),
  category: z.string().optional(),
  net_amount: z.number().optional(),
  vat_amount: z.number().optional(),
  tax_category: z.string().optional(),
})

const customer = z.looseObject({
  external_id: z.string().optional(),
  first_name: z.string().optional(),
  last_name: z.string().optional(),
  phone: z.string().optional(),
  email: z.email().optional(),
  ip_address: z.string().optional(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, "must be an ISO 3166-1 alpha-2 code")
    .optional(),
  address: z.string().optional(),
  city: z.string().optional(),
  postal_code: z.string().optional(),
  payment_method: z
    .looseObject({
      type: z.enum(METHODS).optional(),
      blik: z
        .looseObject({
          blik_code: z
            .string()
            .regex(/^[0-9]{6}$/, "must be 6 digits")
            .optional(),
        })
        .optional(),
    })
    .optional(),
})

export const createAlternativeShape = z.looseObject({
  provider: z.enum(PROVIDERS),
  external_id: z.string().min(1),
  unified_external_id: z.string().optional(),
  amount: z.number().min(1),
  currency: z.string(),
  description: z.string().min(1).max(256, "at most 256 characters"),
  payload: z.string().max(4000).optional(),
  products: z.array(product),
  result_url: z.url().max(2048).optional(),
  callback_url: webUrl.optional(),
  customer,
  metadata: metadata.optional(),
})

export type CreateAlternativeRequest = z.infer<typeof createAlternativeShape>

export const refundAlternativeShape = z.looseObject({
  external_id: z.string().min(1),
  amount: z.number().min(1).optional(),
  currency: z.string().optional(),
  callback_url: webUrl.optional(),
  payload: z.string().max(4000).optional(),
  products: z
    .array(z.looseObject({ name: z.string(), quantity: z.int(), price: z.number() }))
    .optional(),
})

export const alternativeOperationShape = z.looseObject({
  external_id: z.string().min(1),
  operation_id: z.string().min(1),
})

export const resendAlternativeShape = z.looseObject({
  external_id: z.string().min(1),
  operation: z.enum(["create", "refund"]).optional(),
})
