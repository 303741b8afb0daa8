import type { MedusaContainer } from "@medusajs/framework/types"
import { z } from "zod"
import { amountInRow } from "../core/amount-in-row"
import { amountOf } from "../core/money"
import type { MovementRow, TransactionsOf } from "../core/movement-row"
import { saySummaries } from "../medusa-repairs/order-summary"
import { addsUp, movementRows } from "../medusa-repairs/order-transactions"
import { selectRows } from "../provider/select-rows"
import { MOVEMENTS } from "./purchase-rows"

const glance = z.object({
  payment: z.unknown(),
  transactions: z.array(
    z.object({
      id: z.string(),
      amount: amountInRow,
      reference: z.string().nullish(),
      reference_id: z.string().nullish(),
    }),
  ),
  summaries: z.array(z.unknown()),
})
type Glance = z.output<typeof glance>

const GLANCE = `select
  (select json_build_object('captured_at', p.captured_at, ${MOVEMENTS})
    from payment p where p.id = :payment and p.deleted_at is null) as payment,
  (select coalesce(json_agg(json_build_object('id', t.id, 'amount', t.raw_amount,
      'reference', t.reference, 'reference_id', t.reference_id)), '[]')
    from order_transaction t where t.order_id = :order and t.deleted_at is null) as transactions,
  (select coalesce(json_agg(json_build_object('id', s.id, 'totals', s.totals)), '[]')
    from order_summary s join "order" o on o.id = s.order_id and o.version = s.version
    where s.order_id = :order and s.deleted_at is null) as summaries`

/**
 * Whether an order surely shows what its payment's captures and refunds add up to: each has its one transaction,
 * of its own amount, no other speaks of a capture or a refund, and the summary says the same. One question,
 * for that is so with nearly every look. False: it may be right all the same, and is to be looked at whole.
 */
export const isSurelyRight = async (
  container: MedusaContainer,
  { payment_id, order_id, currency }: TransactionsOf,
): Promise<boolean> => {
  const [found] = await selectRows(container, glance, GLANCE, {
    payment: payment_id,
    order: order_id,
  })
  if (!found?.payment || found.summaries.length === 0) return false
  return (
    haveTheirOwn(movementRows(found.payment, currency), found.transactions, currency) &&
    saySummaries(
      found.summaries,
      found.transactions.map((one) => one.amount),
      currency,
    )
  )
}

/** Whether each of these rows has its own transaction, and no transaction is of any other. */
const haveTheirOwn = (
  rows: Pick<MovementRow, "id" | "kind" | "amount">[],
  transactions: Glance["transactions"],
  currency: string,
): boolean => {
  const moved = transactions.filter(
    ({ reference }) => reference === "capture" || reference === "refund",
  )
  return (
    moved.length === rows.length &&
    rows.every((row) =>
      addsUp(
        {
          ...row,
          transactions: moved
            .filter(({ reference_id }) => reference_id === row.id)
            .map((one) => ({ id: one.id, amount: amountOf(one.amount, currency) })),
        },
        currency,
      ),
    )
  )
}

const transactionRow = z.object({ reference_id: z.string() })

const TRANSACTIONS = `select reference_id from order_transaction
  where order_id = :order and reference_id = any(:ids) and reference in ('capture', 'refund')
    and deleted_at is null`

/** Whether each of these rows has a transaction, so that none is being written, or was cut off. */
export const areAllWritten = async (
  container: MedusaContainer,
  { order_id }: Pick<TransactionsOf, "order_id">,
  rows: Pick<MovementRow, "id">[],
): Promise<boolean> => {
  const ids = rows.map(({ id }) => id)
  const found = await selectRows(container, transactionRow, TRANSACTIONS, { order: order_id, ids })
  const known = new Set(found.map(({ reference_id }) => reference_id))
  return ids.every((id) => known.has(id))
}
