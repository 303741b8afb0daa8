import { z } from "zod"
import type { Answer, Shop } from "./shop"

const PATH = "/api/alternative-payments/v1"

const CUSTOMER = {
  first_name: "Jan",
  last_name: "Kowalski",
  email: "jan@example.com",
  phone: "+48501234567",
  ip_address: "192.0.2.10",
  country: "PL",
}

export const PRODUCTS = [{ name: "Koszula", quantity: 2, price: 99.5 }]

/** A create's customer with this method, and everything that any method requires. */
export const customerWith = (type?: string, blik_code?: string) => ({
  ...CUSTOMER,
  ...(type ? { payment_method: { type, ...(blik_code ? { blik: { blik_code } } : {}) } } : {}),
})

export const alternativeBody = (
  shop: Shop,
  external_id: string,
  more: Record<string, unknown> = {},
) => ({
  provider: "imoje",
  external_id,
  amount: 199,
  currency: "PLN",
  description: "Order 1042",
  products: PRODUCTS,
  customer: customerWith("blik_paylater"),
  callback_url: shop.callback_url,
  result_url: "https://shop.example/thanks",
  metadata: { session: external_id },
  ...more,
})

export const createAlternative = (
  shop: Shop,
  external_id: string,
  more: Record<string, unknown> = {},
): Promise<Answer> => shop.call("POST", `${PATH}/create`, alternativeBody(shop, external_id, more))

/** BLIK by code: no page, the bank's app asks. */
export const payByBlik = (shop: Shop, external_id: string, code: string): Promise<Answer> =>
  createAlternative(shop, external_id, { customer: customerWith("blik", code) })

export const refundAlternative = (
  shop: Shop,
  external_id: string,
  more: Record<string, unknown> = {},
): Promise<Answer> => shop.call("POST", `${PATH}/refund`, { external_id, ...more })

export const infoOf = async (shop: Shop, external_id: string): Promise<unknown> =>
  (await shop.call("GET", `${PATH}/info?external_id=${external_id}`)).body

export const operationOf = (shop: Shop, external_id: string, operation_id: string) =>
  shop.call("GET", `${PATH}/info/operation?external_id=${external_id}&operation_id=${operation_id}`)

export const resendAlternative = (shop: Shop, body: Record<string, unknown>): Promise<Answer> =>
  shop.call("POST", `${PATH}/callback/resend`, body)

export const customerAnswers = (
  shop: Shop,
  external_id: string,
  how: Record<string, unknown> = {},
): Promise<Answer> => shop.control(`payments/${external_id}/alternative/answer`, how)

const asked = z.looseObject({
  details: z.looseObject({
    operation_id: z.string(),
    action: z.object({ type: z.literal("url"), value: z.string() }).nullable(),
  }),
})

export const detailsOf = (answer: Answer) => asked.parse(answer.body).details

export const pageUrl = (answer: Answer): string => {
  const { action } = detailsOf(answer)
  if (!action) throw new Error("The answer leads to no page")
  return action.value
}
