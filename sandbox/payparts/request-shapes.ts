import { z } from "zod"
import { fingerprintShape } from "../payment-method-shape"
import { metadata, webUrl } from "../request-shapes"

const LONGEST_URL = 2048

const text = z.string().optional()

/** Numbers here, strings on the payments API. */
const product = z.looseObject({
  external_id: text,
  name: z.string().min(1),
  quantity: z.int().min(1),
  price: z.number().min(0),
  category_name: text,
  second_category_name: text,
  tax_group: z.int().min(1).max(9).optional(),
})

const card = z.looseObject({
  number: z.string(),
  exp_month: z.int(),
  exp_year: z.int(),
  cvv: text,
})

const customer = z.looseObject({
  first_name: z.string().min(1),
  last_name: z.string().min(1),
  phone: text,
  email: z.email().optional(),
  account_number: text,
  fingerprint: fingerprintShape.optional(),
  payment_method: z
    .looseObject({
      type: z.enum(["card", "cc_token"]),
      card: card.optional(),
      cc_token: z.looseObject({ token: z.string() }).optional(),
    })
    .optional(),
})

const delivery = z.looseObject({
  method_id: text,
  service_id: z.uuid().optional(),
  time: text,
  city: text,
  street: text,
  house: text,
  flat: text,
  is_other_person: z.boolean().optional(),
  other_person: z.looseObject({}).optional(),
})

/** POST /api/payparts/v1/order/create, with the document's limits. */
export const createOrderShape = z.looseObject({
  bank_name: z.string().min(1),
  mode: z.enum(["hosted", "direct"]),
  external_id: z.string().min(1),
  unified_external_id: text,
  amount: z.number().min(1),
  currency: z.string(),
  parts_count: z.int().min(1),
  description: z.string().min(1).max(256),
  auto_confirm_after_success: z.boolean().default(false),
  payload: text,
  products: z.array(product).optional(),
  result_url: webUrl.max(LONGEST_URL).optional(),
  callback_url: webUrl.optional(),
  customer,
  deliveries: z.array(delivery).optional(),
  metadata: metadata.optional(),
})

export type CreateOrderRequest = z.infer<typeof createOrderShape>

const whole = z.never({ error: "an order is moved as a whole, it takes no amount" }).optional()

/** Confirm and cancel know no parts: an amount would be passed over in silence. */
export const moveOrderShape = z.looseObject({
  external_id: z.string().min(1),
  callback_url: webUrl.optional(),
  payload: text,
  amount: whole,
  currency: z.string().optional(),
})

export const refundOrderShape = z.looseObject({
  external_id: z.string().min(1),
  amount: z.number().min(1).optional(),
  currency: z.string().optional(),
  callback_url: webUrl.optional(),
  payload: text,
  products: z.array(product).optional(),
})

export const orderOperationShape = z.looseObject({
  external_id: z.string().min(1),
  operation_id: z.string().min(1),
})

export const banksShape = z.looseObject({
  include_fees: z.enum(["true", "false"]).default("false"),
})
