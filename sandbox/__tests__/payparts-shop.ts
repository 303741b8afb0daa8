import type { Answer, Shop } from "./shop"

const PATH = "/api/payparts/v1"

/** An order of 1500.00 in three parts; the bank asks in its app unless told otherwise. */
export const orderBody = (shop: Shop, id: string, more: Record<string, unknown> = {}) => ({
  bank_name: "monobank",
  mode: "direct",
  external_id: id,
  amount: 1500,
  currency: "UAH",
  parts_count: 3,
  description: "Order 42",
  callback_url: shop.callback_url,
  result_url: "https://shop.example/thanks",
  metadata: { session: id },
  products: [{ external_id: "p1", name: "Teapot", quantity: 2, price: 750 }],
  customer: { first_name: "Olena", last_name: "Koval", phone: "+380501234567" },
  ...more,
})

export const createOrder = (
  shop: Shop,
  id: string,
  more: Record<string, unknown> = {},
): Promise<Answer> => shop.call("POST", `${PATH}/order/create`, orderBody(shop, id, more))

/** RozetkaPay's test bank, with one of its phones: 1 … 10. */
export const createAtStub = (
  shop: Shop,
  id: string,
  phone: number,
  more: Record<string, unknown> = {},
): Promise<Answer> =>
  createOrder(shop, id, {
    bank_name: "stub",
    customer: {
      first_name: "Olena",
      last_name: "Koval",
      phone: `+3809300000${String(phone).padStart(2, "0")}`,
    },
    ...more,
  })

export const moveOrder = (
  shop: Shop,
  path: "order/confirm" | "order/cancel" | "refund" | "refund/retry" | "refund/cancel",
  id: string,
  more: Record<string, unknown> = {},
): Promise<Answer> => shop.call("POST", `${PATH}/${path}`, { external_id: id, ...more })

export const orderInfo = (shop: Shop, id: string): Promise<Answer> =>
  shop.call("GET", `${PATH}/info?external_id=${id}`)

export const answers = (shop: Shop, id: string, answer: Record<string, unknown> = {}) =>
  shop.control(`payments/${id}/instalments/answer`, answer)

/** Where the customer is led to. */
export const customerPage = (answer: Answer): string => String(Object(answer.body).action.value)

/** The callbacks that came, as `method status code`. */
export const told = (shop: Shop): string[] =>
  shop.received.map(({ body }) => {
    const { details } = Object(body)
    return `${details.method} ${details.status} ${details.status_code}`
  })

export const SIGNED = "create success contract_was_signed_on_client_side"
export const CONFIRMED = "confirm success transaction_successful"

export const refusal = (code: string, param?: string) => ({
  status: 400,
  body: { code, ...(param === undefined ? {} : { param }) },
})

/** An order that its customer has signed. */
export const signedOrder = async (
  shop: Shop,
  id: string,
  more: Record<string, unknown> = {},
): Promise<void> => {
  await createOrder(shop, id, more)
  await answers(shop, id)
}
