import { z } from "zod"
import { DemoFailure } from "./failure"
import { callJson } from "./json-http"

const money = z.union([z.number(), z.string()]).transform(String)
const payments = z.object({
  payments: z.array(
    z.object({
      id: z.string(),
      amount: money,
      canceled_at: z.string().nullish(),
      captures: z.array(z.object({ amount: money })),
      refunds: z.array(z.object({ amount: money })),
      payment_collection: z
        .object({ order: z.object({ id: z.string(), display_id: z.number() }).nullish() })
        .nullish(),
    }),
  ),
})
export type StorePayment = z.infer<typeof payments>["payments"][number]

const parts = z.object({
  sellers: z.array(
    z.object({
      name: z.string(),
      external_id: z.string(),
      authorized: money,
      captured: money,
      refunded: money,
    }),
  ),
})
export type SellerPart = z.infer<typeof parts>["sellers"][number]

const id = z.object({ id: z.string() })
const link = z.object({ url: z.url(), amount: money })
export type PaymentLink = z.infer<typeof link>

const FIELDS =
  "id,amount,canceled_at,captures.amount,refunds.amount,payment_collection.order.id,payment_collection.order.display_id"

export type AdminApi = Awaited<ReturnType<typeof adminApi>>

/** The part of Medusa's Admin API that the merchant's side of a payment needs. */
export async function adminApi(backend: string, admin: { email: string; password: string }) {
  const { token } = await callJson({
    url: `${backend}/auth/user/emailpass`,
    body: admin,
    answer: z.object({ token: z.string() }),
  }).catch((error: unknown) => {
    if (!(error instanceof DemoFailure)) throw error
    throw new DemoFailure(
      `The admin login ${admin.email} does not work`,
      "If this database knows that user with another password, give it in DEMO_ADMIN_PASSWORD (or name another user in DEMO_ADMIN_EMAIL).",
      error.details,
    )
  })
  const headers = { authorization: `Bearer ${token}` }
  const done = z.object({ payment: z.object({ id: z.string() }) })
  const call = <T>(path: string, answer: z.ZodType<T>, body?: unknown) =>
    callJson({ url: `${backend}/admin${path}`, headers, body, answer })
  return {
    /** An order that staff write for somebody on the telephone; nothing of it is paid. */
    orderByTelephone: async (order: object): Promise<string> => {
      const draft = await call("/draft-orders", z.object({ draft_order: id }), order)
      const path = `/draft-orders/${draft.draft_order.id}/convert-to-order`
      return (await call(path, z.object({ order: id }), {})).order.id
    },
    paymentLink: (orderId: string): Promise<PaymentLink> =>
      call(`/rozetkapay/orders/${orderId}/payment-link`, link, {}),
    paymentOf: async (sessionId: string): Promise<StorePayment | undefined> =>
      (await call(`/payments?payment_session_id=${sessionId}&fields=${FIELDS}`, payments))
        .payments[0],
    capture: (paymentId: string) => call(`/payments/${paymentId}/capture`, done, {}),
    refund: (paymentId: string, amount: number) =>
      call(`/payments/${paymentId}/refund`, done, { amount }),
    sellersOf: async (paymentId: string) =>
      (await call(`/rozetkapay/payments/${paymentId}/sellers`, parts)).sellers,
    /** @param sellers a seller's key → what of theirs is given back, in hryvnias */
    refundOfSellers: (paymentId: string, sellers: Record<string, string>) =>
      call(`/rozetkapay/payments/${paymentId}/sellers/refund`, parts, { sellers }),
  }
}
