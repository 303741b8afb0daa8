import { z } from "zod"
import { type Answer, type Shop, tokenFor } from "./shop"

export const VISA = "4111111111111111"
export const VISA_3DS = "4242424242424242"

/** Two sellers: 1000.00 for Olena, 249.99 for Taras. */
export const batchBody = (shop: Shop, id: string, more: Record<string, unknown> = {}) => ({
  batch_external_id: id,
  currency: "UAH",
  mode: "hosted",
  callback_url: shop.callback_url,
  result_url: "https://shop.example/thanks",
  metadata: { session: id },
  orders: [
    {
      api_key: "seller-olena",
      external_id: `${id}-o`,
      amount: 1000,
      description: "Olena's shirts",
    },
    { api_key: "seller-taras", external_id: `${id}-t`, amount: 249.99, description: "Taras" },
  ],
  ...more,
})

export const createBatch = (shop: Shop, id: string, more: Record<string, unknown> = {}) =>
  shop.call("POST", "/api/payments/batch/v1/new", batchBody(shop, id, more))

/** With the card in the request, as the widget gives it. */
export const payBatchDirectly = async (
  shop: Shop,
  id: string,
  card = VISA,
  more: Record<string, unknown> = {},
): Promise<Answer> => {
  const cc_token = { token: await tokenFor(shop, card) }
  const customer = { external_id: "cus_1", payment_method: { type: "cc_token", cc_token } }
  return createBatch(shop, id, { mode: "direct", customer, ...more })
}

export const moveBatch = (
  shop: Shop,
  move: "confirm" | "cancel",
  id: string,
  more: Record<string, unknown> = {},
) =>
  shop.call("POST", `/api/payments/batch/v1/${move}`, {
    batch_external_id: id,
    ...(move === "confirm" ? { currency: "UAH" } : {}),
    ...more,
  })

const details = z.array(z.looseObject({ external_id: z.string(), status: z.string() }))

/** Each order's status in an answer or a callback of a batch. */
export const statuses = (body: unknown): Record<string, string> => {
  const { order_details, orders_details } = Object(body)
  const list = details.parse(order_details ?? orders_details)
  return Object.fromEntries(list.map((one) => [one.external_id, one.status]))
}
