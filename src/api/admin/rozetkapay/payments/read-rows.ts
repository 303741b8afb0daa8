import type { MedusaContainer } from "@medusajs/framework/types"
import { z } from "zod"
import type { PaymentRow, PaymentState } from "../../../../admin-client/payments-table"
import { held } from "../../../../core/ledger"
import { amountOf, zero } from "../../../../core/money"
import { storeLedger } from "../../../../core/store-ledger"
import { orderName } from "../../../../medusa-store/order-name"
import { selectRows } from "../../../../provider/select-rows"
import { readSessionData } from "../../../../provider/session-data"
import { howPaidNotes, RRNS_APART } from "../../../../sync/how-paid-note"
import type { FoundId } from "./find-payments"
import { stateOf } from "./state-of-payment"

const row = z.object({
  id: z.string(),
  session_id: z.string(),
  is_payment: z.boolean(),
  provider_id: z.string(),
  amount: z.string(),
  currency_code: z.string(),
  created_at: z.date(),
  captured_at: z.date().nullable(),
  canceled_at: z.date().nullable(),
  captured: z.string(),
  refunded: z.string(),
  data: z.record(z.string(), z.unknown()).nullable(),
  metadata: z.record(z.string(), z.unknown()).nullable(),
  order_id: z.string().nullable(),
  display_id: z.number().nullable(),
  email: z.string().nullable(),
})

/** Whose a purchase is: an order's, or a cart's that is none yet. */
const OWNER = `
  left join lateral (
    select o.id, o.display_id, o.email from order_payment_collection l
    join "order" o on o.id = l.order_id and o.deleted_at is null
    where l.payment_collection_id = t.payment_collection_id and l.deleted_at is null limit 1
  ) o on true
  left join lateral (
    select k.email from cart_payment_collection l join cart k on k.id = l.cart_id
    where l.payment_collection_id = t.payment_collection_id and l.deleted_at is null limit 1
  ) k on true`

const total = (table: "capture" | "refund") => `(
  select cast(coalesce(sum(m.amount), 0) as text) from ${table} m
  where m.payment_id = t.id and m.deleted_at is null)`

const SHARED = `cast(t.amount as text) as amount, t.provider_id, t.currency_code, t.created_at, t.data,
  t.metadata, o.id as order_id, o.display_id, coalesce(o.email, k.email) as email`

const ROWS = `
  select t.id, t.payment_session_id as session_id, true as is_payment, t.captured_at, t.canceled_at,
    ${total("capture")} as captured, ${total("refund")} as refunded, ${SHARED}
  from payment t ${OWNER} where t.id = any(:ids)
  union all
  select t.id, t.id as session_id, false as is_payment, null, null, '0', '0', ${SHARED}
  from payment_session t ${OWNER} where t.id = any(:ids)`

/** What the table shows of these, in their order. One that is gone meanwhile is left out. */
export const readRows = async (
  container: MedusaContainer,
  found: FoundId[],
): Promise<PaymentRow[]> => {
  const ids = found.map(({ id }) => id)
  if (ids.length === 0) return []
  const rows = new Map(
    (await selectRows(container, row, ROWS, { ids })).map((one) => [one.id, one]),
  )
  return ids.flatMap((id) => {
    const one = rows.get(id)
    return one ? [asPaymentRow(one)] : []
  })
}

const asPaymentRow = (one: z.output<typeof row>): PaymentRow => {
  const data = readSessionData(one.data ?? undefined)
  const notes = howPaidNotes(one.metadata)
  const amount = amountOf(one.amount, one.currency_code)
  const { state, sums } = one.is_payment ? moneyOf(one) : waiting(one.currency_code)
  return {
    payment_id: one.id,
    provider_id: one.provider_id,
    external_id: data?.external_id ?? one.session_id,
    rozetkapay_id: notes.rozetkapay_id ?? data?.payment_id ?? null,
    created_at: one.created_at.toISOString(),
    state,
    amount,
    currency_code: one.currency_code,
    sums,
    order: orderName(one),
    email: one.email,
    mask: notes.rozetkapay_mask ?? null,
    brand: notes.rozetkapay_brand ?? null,
    method: notes.rozetkapay_method ?? null,
    rrn: notes.rozetkapay_rrn?.split(RRNS_APART)[0] ?? null,
  }
}

type MoneyOfRow = { state: PaymentState; sums: PaymentRow["sums"] }

const moneyOf = (one: z.output<typeof row>): MoneyOfRow => {
  const { authorized, captured, canceled, refunded, ...ledger } = storeLedger({
    amount: one.amount,
    currency_code: one.currency_code,
    canceled_at: one.canceled_at,
    captures: [{ amount: one.captured }],
    refunds: [{ amount: one.refunded }],
  })
  const rest = held({ authorized, captured, canceled, refunded, ...ledger })
  return {
    state: stateOf({
      isWhole: one.captured_at !== null,
      isCanceled: one.canceled_at !== null,
      captured,
      refunded,
    }),
    sums: { authorized, held: rest, captured, canceled, refunded },
  }
}

/** Nothing of it is paid: what it is to cost is beside the sums. */
const waiting = (currency: string): MoneyOfRow => {
  const none = zero(currency)
  return {
    state: "waiting",
    sums: { authorized: none, held: none, captured: none, canceled: none, refunded: none },
  }
}
