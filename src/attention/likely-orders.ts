import type { MedusaContainer } from "@medusajs/framework/types"
import { z } from "zod"
import type { OrderName } from "../admin-client"
import { timeOfId } from "../core/time-of-id"
import { selectRows } from "../provider/select-rows"
import type { UnexplainedPayment } from "../sync/unexplained"

const row = z.object({
  external_id: z.string(),
  order_id: z.string(),
  display_id: z.coerce.number(),
})

/**
 * Which order unexplained money may be for, when nothing of the store's tells: the only one that lacks
 * exactly this amount, in this currency, and was written from a day before the payment was opened to two
 * weeks after. A guess, only ever shown. Where two orders fit there is none.
 */
export const likelyOrders = async (
  container: MedusaContainer,
  payments: UnexplainedPayment[],
): Promise<Map<string, OrderName>> => {
  if (payments.length === 0) return new Map()
  const rows = await selectRows(
    container,
    row,
    `select m.external_id, o.id as order_id, o.display_id
     from unnest(?::text[], ?::numeric[], ?::text[], ?::timestamptz[])
       as m(external_id, amount, currency_code, opened_at)
     join "order" o on o.currency_code = m.currency_code and o.deleted_at is null
       and o.canceled_at is null and not o.is_draft_order
       and o.created_at between m.opened_at - interval '1 day' and m.opened_at + interval '14 days'
     join order_summary s on s.order_id = o.id and s.version = o.version and s.deleted_at is null
     where (s.totals->>'pending_difference')::numeric = m.amount
       and not exists (select 1 from order_payment_collection l
         join payment p on p.payment_collection_id = l.payment_collection_id
         where l.order_id = o.id and l.deleted_at is null
           and p.deleted_at is null and p.canceled_at is null)`,
    [
      payments.map(({ external_id }) => external_id),
      payments.map(({ amount }) => amount),
      payments.map(({ currency_code }) => currency_code),
      payments.map(openedAt),
    ],
  )
  const fitting = (id: string) => rows.filter(({ external_id }) => external_id === id)
  return new Map(
    rows
      .filter(({ external_id }) => fitting(external_id).length === 1)
      .map(({ external_id, order_id, display_id }) => [external_id, { id: order_id, display_id }]),
  )
}

/** A restored database may meet a payment long after it was opened, which its id still tells. */
const openedAt = ({ external_id, seen_at }: UnexplainedPayment): string => {
  const opened = timeOfId(external_id)
  return opened === null ? seen_at : new Date(opened).toISOString()
}
