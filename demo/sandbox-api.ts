import { z } from "zod"
import { callJson } from "./json-http"

const decimal = z.string().regex(/^\d+(\.\d+)?$/)
const payment = z.object({
  external_id: z.string(),
  state: z.string(),
  amount: decimal,
  /** Of such a part: the seller. */
  api_key: z.string().optional(),
  checkout_url: z.string().nullable(),
  /** Of a payment to several sellers: the external_id of each one's part. */
  orders: z.array(z.string()).default([]),
  ledger: z.object({
    held: decimal,
    captured: decimal,
    canceled: decimal,
    refunded: decimal,
    refunding: decimal,
  }),
})
export type GatewayPayment = z.infer<typeof payment>

const attempt = z.object({ status: z.number().nullable(), ms: z.number() })
const callbacks = z.object({
  callbacks: z.array(z.object({ operation: z.string(), attempts: z.array(attempt) })),
})

export type SandboxApi = ReturnType<typeof sandboxApi>

/** The sandbox's own interface: the gateway's ledger, and a shopper's finger on the pay button. */
export function sandboxApi(url: string, login: string) {
  const paymentOf = async (externalId: string) =>
    (
      await callJson({
        url: `${url}/sandbox/payments/${externalId}?login=${encodeURIComponent(login)}`,
        answer: z.object({ payment }),
      })
    ).payment
  return {
    paymentOf,
    /** The sellers' parts, payments of their own; none where there are no sellers. */
    ordersOf: async (externalId: string) =>
      Promise.all((await paymentOf(externalId)).orders.map(paymentOf)),
    pay: (externalId: string, body: { card: string; three_ds?: "approve" }) =>
      callJson({
        url: `${url}/sandbox/payments/${externalId}/pay`,
        body,
        answer: z.object({ payment, redirect_to: z.string() }),
      }),
    callbacks: async (externalId: string) =>
      (
        await callJson({
          url: `${url}/sandbox/callbacks?external_id=${externalId}`,
          answer: callbacks,
        })
      ).callbacks,
  }
}
