import type { Attention, AttentionKind } from "./attention"
import type { Days } from "./days"
import type {
  CaptureBody,
  DeferredRefundBody,
  MovedPayment,
  OrderPayments,
  PaymentLink,
  RefundBody,
  SellersCaptureBody,
  SellersRefundBody,
} from "./order-payments"
import type { PaymentsQuery, PaymentsTable } from "./payments-table"
import type { Payouts } from "./payouts"
import type { Providers } from "./providers"

/** As `sdk.client.fetch` of Medusa's JS SDK: adds the address and the login, parses JSON, throws what is refused. */
export type AdminFetch = <Answer>(
  path: string,
  init?: {
    method?: "GET" | "POST"
    body?: object
    query?: Record<string, string | number | undefined>
  },
) => Promise<Answer>

export type PeriodQuery = { provider_id: string; from: string; to: string }

/**
 * The plugin's admin routes, for whoever is logged in as staff: the plugin's own admin pages, and programs
 * of the store's.
 *
 * @param fetch `sdk.client.fetch` of `@medusajs/js-sdk`, bound to its client
 */
export const adminClient = (fetch: AdminFetch) => {
  const payment = (id: string, does: string) =>
    `/admin/rozetkapay/payments/${encodeURIComponent(id)}/${does}`
  const post = <Answer>(path: string, body?: object) =>
    fetch<Answer>(path, { method: "POST", ...(body && { body }) })
  return {
    orderPayments: (orderId: string) =>
      fetch<OrderPayments>(`/admin/rozetkapay/orders/${encodeURIComponent(orderId)}`),
    makePaymentLink: (orderId: string) =>
      post<PaymentLink>(`/admin/rozetkapay/orders/${encodeURIComponent(orderId)}/payment-link`),
    capture: (id: string, body: CaptureBody) => post<MovedPayment>(payment(id, "capture"), body),
    refund: (id: string, body: RefundBody) => post<MovedPayment>(payment(id, "refund"), body),
    cancelRemainder: (id: string) => post<unknown>(payment(id, "cancel-remainder")),
    sync: (id: string) => post<{ outcome: string | null }>(payment(id, "sync")),
    resendCallback: (id: string) => post<unknown>(payment(id, "resend-callback")),
    retryRefund: (id: string, body: DeferredRefundBody) =>
      post<unknown>(payment(id, "refund/retry"), body),
    cancelRefund: (id: string, body: DeferredRefundBody) =>
      post<unknown>(payment(id, "refund/cancel"), body),
    captureBySeller: (id: string, body: SellersCaptureBody) =>
      post<unknown>(payment(id, "sellers/capture"), body),
    refundBySeller: (id: string, body: SellersRefundBody) =>
      post<unknown>(payment(id, "sellers/refund"), body),
    providers: (check: boolean) =>
      fetch<Providers>("/admin/rozetkapay/providers", {
        query: { check: check ? "true" : undefined },
      }),
    attention: (query: { kind?: AttentionKind; offset?: number; limit?: number }) =>
      fetch<Attention>("/admin/rozetkapay/attention", { query }),
    returnUnexplained: (externalId: string) =>
      post<unknown>(`/admin/rozetkapay/unexplained/${encodeURIComponent(externalId)}/return`),
    payments: (query: PaymentsQuery) =>
      fetch<PaymentsTable>("/admin/rozetkapay/payments", { query: { ...query } }),
    payouts: (query: PeriodQuery) => fetch<Payouts>("/admin/rozetkapay/payouts", { query }),
    days: (query: PeriodQuery) => fetch<Days>("/admin/rozetkapay/days", { query }),
  }
}

export type AdminClient = ReturnType<typeof adminClient>
