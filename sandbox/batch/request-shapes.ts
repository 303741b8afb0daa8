import { z } from "zod"
import { invalidBody } from "../gateway-error"
import { customer, metadata, product, webUrl } from "../request-shapes"

const MOST_ORDERS = 10
const MOST_ORDERS_TO_CONFIRM = 40

const order = z.looseObject({
  api_key: z.string().min(1),
  amount: z.number(),
  external_id: z.string().min(1),
  description: z.string().min(1),
  unified_external_id: z.string().optional(),
  payload: z.string().max(4096).optional(),
  init_recurrent: z.boolean().default(false),
  products: z.array(product).optional(),
})

/** POST /api/payments/batch/v1/new, with the document's limits. */
export const createBatchShape = z.looseObject({
  batch_external_id: z.string().min(1),
  currency: z.string(),
  mode: z.enum(["hosted", "direct"]),
  confirm: z.boolean().default(true),
  orders: z.array(order).min(1).max(MOST_ORDERS),
  callback_url: webUrl.optional(),
  result_url: z.url().optional(),
  result_url_success: z.url().optional(),
  result_url_fail: z.url().optional(),
  checkout_ttl: z.number().min(5).max(720).default(720),
  payload: z.string().max(4000).optional(),
  customer: customer.optional(),
  metadata: metadata.optional(),
})

export type CreateBatchRequest = z.infer<typeof createBatchShape>

export const confirmBatchShape = z.looseObject({
  batch_external_id: z.string().min(1),
  currency: z.string(),
  orders: z
    .array(
      z.looseObject({
        api_key: z.string().min(1),
        external_id: z.string().min(1),
        amount: z.number().optional(),
      }),
    )
    .max(MOST_ORDERS_TO_CONFIRM)
    .optional(),
  callback_url: webUrl.optional(),
  payload: z.string().max(4000).optional(),
})

export const cancelBatchShape = z.looseObject({
  batch_external_id: z.string().min(1),
  callback_url: webUrl.optional(),
  payload: z.string().max(4000).optional(),
})

/** What the document says in words: one series at most; and ids that tell the orders apart. */
export function requireSoundOrders({ orders }: CreateBatchRequest): void {
  if (new Set(orders.map(({ external_id }) => external_id)).size < orders.length)
    throw invalidBody("orders.external_id", "Two orders have the same external_id")
  if (orders.filter(({ init_recurrent }) => init_recurrent).length > 1)
    throw invalidBody("orders.init_recurrent", "Only one order may have init_recurrent=true")
}
