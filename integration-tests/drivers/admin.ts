import { z } from "zod"
import type { ApiClient } from "./api-client"
import type { Answer } from "./json-http"

const movement = z.object({ id: z.string(), amount: z.number() })

const paymentShape = z.object({
  id: z.string(),
  provider_id: z.string(),
  amount: z.number(),
  currency_code: z.string(),
  captured_at: z.string().nullish(),
  canceled_at: z.string().nullish(),
  created_at: z.coerce.date(),
  payment_session_id: z.string().nullish(),
  data: z.record(z.string(), z.unknown()).nullish(),
  captures: z.array(movement).nullish(),
  refunds: z.array(movement).nullish(),
})
export type Payment = z.output<typeof paymentShape>

const collectionShape = z.object({
  id: z.string(),
  status: z.string(),
  amount: z.number(),
  authorized_amount: z.number().nullish(),
  captured_amount: z.number().nullish(),
  refunded_amount: z.number().nullish(),
  payments: z.array(paymentShape).nullish(),
})

const orderShape = z.object({
  id: z.string(),
  created_at: z.coerce.date(),
  email: z.string().nullish(),
  status: z.string(),
  total: z.number(),
  payment_status: z.string(),
  summary: z
    .object({ paid_total: z.number().nullish(), refunded_total: z.number().nullish() })
    .nullish(),
  payment_collections: z.array(collectionShape),
})
const paidShape = z.object({ order: orderShape.pick({ payment_collections: true }) })
export type Order = z.output<typeof orderShape>

const sellersShape = z.object({
  sellers: z.array(
    z.object({
      seller: z.string(),
      held: z.string(),
      captured: z.string(),
      canceled: z.string(),
      refunded: z.string(),
    }),
  ),
})

const PAYMENT_FIELDS = [
  "*payment_collections.payments,*payment_collections.payments.captures",
  "*payment_collections.payments.refunds",
]
const ORDER_FIELDS = [
  "id,created_at,email,status,total,payment_status,*summary,*payment_collections",
  ...PAYMENT_FIELDS,
].join(",")

const atRozetkaPay = z.looseObject({
  external_id: z.string(),
  receipt_url: z.string().nullable(),
  ledger: z.record(z.string(), z.string()),
  operations: z.array(z.looseObject({ operation: z.string(), amount: z.string().nullable() })),
  remarks: z.record(z.string(), z.unknown()),
})

/** The merchant in the admin dashboard. */
export class Admin {
  constructor(readonly api: ApiClient) {}

  /** A payment as RozetkaPay shows it to staff. */
  async atRozetkaPay({ id }: Pick<Payment, "id">) {
    return this.api.get(atRozetkaPay, `/admin/rozetkapay/payments/${id}`)
  }

  /** Every order that this shopper has. */
  async ordersOf(shopper: { email: string }): Promise<Order[]> {
    const path = `/admin/orders?fields=${ORDER_FIELDS}&limit=100`
    const { orders } = await this.api.get(z.object({ orders: z.array(orderShape) }), path)
    return orders.filter((order) => order.email === shopper.email)
  }

  /** The one order that this shopper must have. */
  async theOrderOf(shopper: { email: string }): Promise<Order> {
    const orders = await this.ordersOf(shopper)
    if (orders.length !== 1) throw new Error(`Expected one order, the store has ${orders.length}`)
    return orders[0]
  }

  async order(id: string): Promise<Order> {
    const path = `/admin/orders/${id}?fields=${ORDER_FIELDS}`
    return (await this.api.get(z.object({ order: orderShape }), path)).order
  }

  /** The one payment behind an order, with its captures and refunds. */
  paymentOf(order: Pick<Order, "payment_collections">): Payment {
    const payments = order.payment_collections.flatMap((collection) => collection.payments ?? [])
    if (payments.length !== 1) throw new Error(`Expected one payment, found ${payments.length}`)
    return payments[0]
  }

  /** The same as Medusa has it now. It is spared the order's totals, which cost it more than all else. */
  async paymentNow({ id }: Pick<Order, "id">): Promise<Payment> {
    const path = `/admin/orders/${id}?fields=id,${PAYMENT_FIELDS.join(",")}`
    return this.paymentOf((await this.api.get(paidShape, path)).order)
  }

  capture(payment: { id: string }, amount?: number): Promise<Answer> {
    return this.api.attempt(
      `/admin/payments/${payment.id}/capture`,
      amount === undefined ? {} : { amount },
    )
  }

  refund(payment: { id: string }, amount: number): Promise<Answer> {
    return this.api.attempt(`/admin/payments/${payment.id}/refund`, { amount })
  }

  /** Gives up what is still on hold of a partly captured payment. */
  release(payment: { id: string }): Promise<Answer> {
    return this.api.attempt(`/admin/rozetkapay/payments/${payment.id}/cancel-remainder`)
  }

  /** What is to become of a refund that waits for the merchant's balance. */
  moveDeferredRefund(payment: { id: string }, action: "retry" | "cancel"): Promise<Answer> {
    return this.api.attempt(`/admin/rozetkapay/payments/${payment.id}/refund/${action}`)
  }

  resendCallback(payment: { id: string }): Promise<Answer> {
    return this.api.attempt(`/admin/rozetkapay/payments/${payment.id}/resend-callback`)
  }

  /** Who has what of a payment to several sellers, by seller: what is not zero. */
  async sellers(payment: { id: string }): Promise<Record<string, Record<string, string>>> {
    const path = `/admin/rozetkapay/payments/${payment.id}/sellers`
    const { sellers } = await this.api.get(sellersShape, path)
    return Object.fromEntries(
      sellers.map(({ seller, held, captured, canceled, refunded }) => [
        seller,
        Object.fromEntries(
          Object.entries({ held, captured, canceled, refunded }).filter(
            ([, sum]) => sum !== "0.00",
          ),
        ),
      ]),
    )
  }

  /** Moves the named parts of the sellers' money: seller's key -> amount. */
  moveOfSellers(
    payment: { id: string },
    move: "capture" | "refund",
    sellers: unknown,
    more: { note?: unknown } = {},
  ): Promise<Answer> {
    const path = `/admin/rozetkapay/payments/${payment.id}/sellers/${move}`
    return this.api.attempt(path, { sellers, ...more })
  }

  cancel(order: { id: string }): Promise<Answer> {
    return this.api.attempt(`/admin/orders/${order.id}/cancel`)
  }
}
