import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { z } from "zod"
import { amountInRow } from "../../../../../core/amount-in-row"
import { type Amount, amountOf, currencyCode, type Money, moneyOf } from "../../../../../core/money"
import { isRecord, isRefundSent, type StorePayment } from "../../../../../core/store-ledger"

const metadata = z.record(z.string(), z.unknown()).nullish()
const movement = z.object({
  id: z.string(),
  amount: amountInRow,
  created_at: z.coerce.date(),
  created_by: z.string().nullish(),
  note: z.string().nullish(),
  metadata,
})
const payment = z.object({
  id: z.string(),
  provider_id: z.string(),
  amount: amountInRow,
  currency_code: z.string(),
  created_at: z.coerce.date(),
  canceled_at: z.coerce.date().nullish(),
  data: z.record(z.string(), z.unknown()).nullish(),
  metadata,
  captures: z.array(movement).nullish(),
  refunds: z.array(movement).nullish(),
})
const collection = z.object({
  id: z.string(),
  status: z.string(),
  amount: amountInRow,
  currency_code: z.string(),
  metadata,
  payments: z.array(payment).nullish(),
})
const order = z.object({
  id: z.string(),
  display_id: z.coerce.number(),
  currency_code: z.string(),
  email: z.string().nullish(),
  region_id: z.string().nullish(),
  canceled_at: z.coerce.date().nullish(),
  payment_collections: z.array(collection.nullable()).nullish(),
})

/** A capture's or refund's row of Medusa's, with who wrote it and why. */
export type WrittenMovement = {
  id: string
  kind: "capture" | "refund"
  amount: Amount
  at: Date
  createdBy: string | null
  /** It only records what RozetkaPay had already. */
  isRecord: boolean
  isSent: boolean
  note: string | null
}

export type PaymentRow = StorePayment & {
  id: string
  provider_id: string
  created_at: Date
  canceled_at: Date | null
  data: Record<string, unknown>
  metadata: Record<string, unknown>
  movements: WrittenMovement[]
}

export type CollectionRow = {
  id: string
  status: string
  asked: Money
  metadata: Record<string, unknown>
  payments: PaymentRow[]
}

export type OrderRow = {
  id: string
  display_id: number
  /** Lower case, as Medusa writes it. */
  currency_code: string
  email: string | null
  region_id: string | null
  isCanceled: boolean
  collections: CollectionRow[]
}

const PAYMENT_FIELDS = [
  "id",
  "provider_id",
  "amount",
  "currency_code",
  "created_at",
  "canceled_at",
  "data",
  "metadata",
  "captures.*",
  "refunds.*",
]
const ORDER_FIELDS = [
  ...["id", "display_id", "currency_code", "email", "region_id", "canceled_at"],
  ...["id", "status", "amount", "currency_code", "metadata"].map(
    (field) => `payment_collections.${field}`,
  ),
  ...PAYMENT_FIELDS.map((field) => `payment_collections.payments.${field}`),
]

/** An order with all that was paid for it, in one question; null: there is none. */
export const readOrderRow = async (
  container: MedusaContainer,
  id: string,
): Promise<OrderRow | null> => {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "order",
    fields: ORDER_FIELDS,
    filters: { id },
  })
  if (!data[0]) return null
  const {
    canceled_at,
    payment_collections,
    email = null,
    region_id = null,
    ...found
  } = order.parse(data[0])
  return {
    id: found.id,
    display_id: found.display_id,
    currency_code: found.currency_code,
    email,
    region_id,
    isCanceled: Boolean(canceled_at),
    collections: (payment_collections ?? []).flatMap((one) => (one ? asCollection(one) : [])),
  }
}

/** A payment by itself, of which no order is known. */
export const readPaymentRow = async (
  container: MedusaContainer,
  id: string,
): Promise<PaymentRow | null> => {
  const [found] = await container
    .resolve(Modules.PAYMENT)
    .listPayments({ id }, { relations: ["captures", "refunds"] })
  return found ? asPayment(payment.parse(found)) : null
}

const asCollection = (one: z.output<typeof collection>): CollectionRow => ({
  id: one.id,
  status: one.status,
  asked: moneyOf(one.amount, one.currency_code),
  metadata: one.metadata ?? {},
  payments: (one.payments ?? []).map(asPayment),
})

const asPayment = (one: z.output<typeof payment>): PaymentRow => {
  const currency = currencyCode(one.currency_code)
  const asMovement =
    (kind: WrittenMovement["kind"]) =>
    (row: z.output<typeof movement>): WrittenMovement => ({
      id: row.id,
      kind,
      amount: amountOf(row.amount, currency),
      at: row.created_at,
      createdBy: row.created_by ?? null,
      isRecord: isRecord(row),
      // A capture's row stands only when RozetkaPay has made it.
      isSent: kind === "capture" || isRefundSent(row),
      note: isRecord(row) ? null : (row.note ?? null),
    })
  return {
    id: one.id,
    provider_id: one.provider_id,
    amount: one.amount,
    currency_code: one.currency_code,
    created_at: one.created_at,
    canceled_at: one.canceled_at ?? null,
    data: one.data ?? {},
    metadata: one.metadata ?? {},
    captures: one.captures,
    refunds: one.refunds,
    movements: [
      ...(one.captures ?? []).map(asMovement("capture")),
      ...(one.refunds ?? []).map(asMovement("refund")),
    ],
  }
}
