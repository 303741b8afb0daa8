import type { MedusaContainer } from "@medusajs/framework/types"
import { z } from "zod"
import type { AttentionItem, AttentionKind } from "../admin-client"
import { amountOf } from "../core/money"
import { orderName } from "../medusa-store/order-name"
import { type NotedAction, staffActionsOf } from "../medusa-store/staff-actions"
import type { FoundProvider } from "../provider/find-provider"
import { selectRows } from "../provider/select-rows"

/*
 * Troubles that the store's own rows show: one question for each kind, however many there are. An order's
 * payment is found by the link of its payment collection.
 */

const DAY = 24 * 60 * 60_000
/** Older than this is nobody's trouble any more. */
export const LOOKS_BACK = 90 * DAY
/** Milliseconds before a bank may let a hold go, from which on staff are told. */
const TOLD_BEFORE = 2 * DAY
/** Of one kind: staff would read no further. */
export const MOST = 1_000

const row = z.object({
  payment_id: z.string(),
  provider_id: z.string(),
  external_id: z.string(),
  currency_code: z.string(),
  amount: z.union([z.string(), z.number()]),
  at: z.coerce.date(),
  order_id: z.string().nullable(),
  display_id: z.coerce.number().nullable(),
})
type Row = z.output<typeof row>

const itemOf = (
  kind: AttentionKind,
  { at, amount, currency_code, order_id, display_id, ...named }: Row,
  times: { since?: Date; until?: Date } = {},
): AttentionItem => ({
  id: `${kind}:${named.external_id}`,
  kind,
  since: (times.since ?? at).toISOString(),
  until: times.until?.toISOString() ?? null,
  amount: amountOf(amount, currency_code),
  currency_code,
  order: orderName({ order_id, display_id }),
  ...named,
  detail: null,
  belongs_to: null,
})

const FIELDS = `p.id as payment_id, p.provider_id, p.data->>'external_id' as external_id,
  p.currency_code, o.id as order_id, o.display_id`
const captured = (paymentId: string) => `(select coalesce(sum(c.amount), 0) from capture c
  where c.payment_id = ${paymentId} and c.deleted_at is null)`
const OF_COLLECTION = `l.payment_collection_id = p.payment_collection_id and l.deleted_at is null`
const OF_LINK = "o.id = l.order_id and o.deleted_at is null"
const IS_OURS = "p.deleted_at is null and p.data->>'external_id' is not null"

/** Holds that nobody has captured, and that the bank is about to let go, or has. */
export const lapsingHolds = async (
  container: MedusaContainer,
  providers: FoundProvider[],
  now: number,
): Promise<AttentionItem[]> => {
  const lasts = new Map(providers.map(({ id, provider }) => [id, provider.options.holdDays * DAY]))
  const time = (ago: number) => new Date(now - ago).toISOString()
  const lasting = [...lasts.values()]
  const rows = await selectRows(
    container,
    row,
    `select h.*, h.authorized - ${captured("h.payment_id")} as amount from (
       select ${FIELDS}, p.amount as authorized, p.created_at as at
       from payment p
       join unnest(?::text[], ?::timestamptz[], ?::timestamptz[]) as own(provider_id, after, before)
         on own.provider_id = p.provider_id and p.created_at between own.after and own.before
       left join order_payment_collection l on ${OF_COLLECTION}
       left join "order" o on ${OF_LINK}
       where ${IS_OURS} and p.captured_at is null and p.canceled_at is null and o.canceled_at is null
       order by p.created_at desc limit ?
     ) as h`,
    [
      [...lasts.keys()],
      lasting.map((of) => time(of + LOOKS_BACK)),
      lasting.map((of) => time(Math.max(0, of - TOLD_BEFORE))),
      MOST,
    ],
  )
  return rows.map((one) => {
    const until = new Date(one.at.getTime() + (lasts.get(one.provider_id) ?? 0))
    const since = new Date(Math.max(one.at.getTime(), until.getTime() - TOLD_BEFORE))
    return itemOf("hold_lapsing", one, { since, until })
  })
}

/**
 * Holds, or their rests after a capture of a part, that Medusa has canceled since an edit of their order was
 * confirmed: it does so within the confirmation. Over when the order is canceled, or what it lacks was paid or
 * is held again.
 */
export const holdsLostByEdits = async (
  container: MedusaContainer,
  providers: FoundProvider[],
  now: number,
): Promise<AttentionItem[]> => {
  const rows = await selectRows(
    container,
    row,
    `select ${FIELDS}, p.amount - ${captured("p.id")} as amount, p.canceled_at as at
     from payment p
     join order_payment_collection l on ${OF_COLLECTION}
     join "order" o on ${OF_LINK}
     join order_summary s on s.order_id = o.id and s.version = o.version and s.deleted_at is null
     where ${IS_OURS} and p.provider_id = any(?) and p.canceled_at >= ?::timestamptz
       and o.canceled_at is null and p.captured_at is null
       and exists (select 1 from order_change e
         where e.order_id = o.id and e.deleted_at is null and e.confirmed_at
           between p.canceled_at - interval '5 minutes' and p.canceled_at + interval '1 minute')
       and (s.totals->>'pending_difference')::numeric > ${heldFor("o.id")}
     order by p.canceled_at desc limit ?`,
    [providers.map(({ id }) => id), new Date(now - LOOKS_BACK).toISOString(), MOST],
  )
  const actions = await staffActionsOf(
    container,
    rows.map(({ payment_id }) => payment_id),
  )
  return rows
    .filter((one) => !isRestGivenUp(one, actions.get(one.payment_id) ?? []))
    .map((one) => itemOf("hold_lost_by_edit", one))
}

/**
 * Staff have canceled the rest themselves before: Medusa cancels it once more with the next edit, and writes
 * the edit's time over theirs.
 */
const isRestGivenUp = ({ at: canceledAt }: Row, actions: NotedAction[]): boolean =>
  actions.some(
    ({ what, outcome, at }) =>
      what === "cancel_remainder" && outcome === "done" && Date.parse(at) <= canceledAt.getTime(),
  )

/** What is held for an order, by whichever provider: Medusa's pending difference does not count it. */
const heldFor = (orderId: string) => `(
  select coalesce(sum(greatest(q.amount - ${captured("q.id")}, 0)), 0)
  from order_payment_collection k
  join payment q on q.payment_collection_id = k.payment_collection_id and q.deleted_at is null
  where k.order_id = ${orderId} and k.deleted_at is null and q.canceled_at is null)`

/** Orders that were canceled, and of whose money the store's rows still show some held or kept. */
export const canceledWithMoney = async (
  container: MedusaContainer,
  providers: FoundProvider[],
  now: number,
): Promise<AttentionItem[]> => {
  const rows = await selectRows(
    container,
    row,
    `select * from (
       select ${FIELDS}, o.canceled_at as at,
         case when p.canceled_at is null then greatest(p.amount - c.sum, 0) else 0 end
           + greatest(c.sum - r.sum, 0) as amount
       from "order" o
       join order_payment_collection l on l.order_id = o.id and l.deleted_at is null
       join payment p on p.payment_collection_id = l.payment_collection_id
       cross join lateral ${captured("p.id")} as c(sum)
       cross join lateral (select coalesce(sum(r.amount), 0) from refund r
         where r.payment_id = p.id and r.deleted_at is null) as r(sum)
       where ${IS_OURS} and o.deleted_at is null and o.canceled_at >= ?::timestamptz
         and p.provider_id = any(?)
     ) as canceled
     where amount > 0 order by at desc limit ?`,
    [new Date(now - LOOKS_BACK).toISOString(), providers.map(({ id }) => id), MOST],
  )
  return rows.map((one) => itemOf("paid_and_canceled", one))
}
