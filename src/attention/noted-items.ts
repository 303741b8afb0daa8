import type { MedusaContainer } from "@medusajs/framework/types"
import type { AttentionItem } from "../admin-client"
import { sessionOf } from "../core/external-id"
import type { NotedKind } from "../core/trouble"
import { troubleRows } from "../medusa-store/trouble-rows"
import { listUnexplained } from "../medusa-store/unexplained-rows"
import type { NotedTrouble } from "../sync/troubles"
import { LOOKS_BACK } from "./items-of-rows"
import { likelyOrders } from "./likely-orders"
import { placesOf } from "./order-names"

const MINUTE = 60_000

/** Milliseconds for which each kind is shown. What nobody decides is looked at for so long by reconciling, too. */
const SHOWN_FOR: Record<NotedKind, number> = {
  difference: LOOKS_BACK,
  refund_failed: LOOKS_BACK,
  chargeback: LOOKS_BACK,
  waiting_long: 14 * 24 * 60 * MINUTE,
}

/** Milliseconds. A difference that the next callback or run closes is nobody's trouble. */
const LEFT_TO_RUNS = 30 * MINUTE

const isShown = ({ kind, since }: NotedTrouble, now: number): boolean => {
  const age = now - Date.parse(since)
  return age <= SHOWN_FOR[kind] && (kind !== "difference" || age >= LEFT_TO_RUNS)
}

/** What syncs have noted, with the orders that they are of. */
export const notedItems = async (
  container: MedusaContainer,
  now: number,
): Promise<AttentionItem[]> => {
  const [troubles, unexplained] = await Promise.all([
    troubleRows.list(container).then((all) => all.filter((one) => isShown(one, now))),
    listUnexplained(container),
  ])
  const ids = [...troubles, ...unexplained].map(({ external_id }) => external_id)
  const places = await placesOf(container, ids)
  const placeOf = ({ external_id }: NotedTrouble | (typeof unexplained)[number]) =>
    places.get(sessionOf(external_id)) ?? { payment_id: null, order: null }
  const likely = await likelyOrders(
    container,
    unexplained.filter((one) => !placeOf(one).order),
  )
  return [
    ...troubles.map(
      (one): AttentionItem => ({
        id: `${one.kind}:${one.external_id}`,
        kind: one.kind,
        since: one.since,
        until: null,
        amount: one.amount,
        currency_code: one.currency_code,
        ...placeOf(one),
        provider_id: one.provider_id,
        external_id: one.external_id,
        detail: one.detail,
        belongs_to: null,
      }),
    ),
    ...unexplained.map(
      (one): AttentionItem => ({
        id: `unexplained:${one.external_id}`,
        kind: "unexplained",
        since: one.seen_at,
        until: null,
        amount: one.amount,
        currency_code: one.currency_code,
        order: null,
        payment_id: null,
        provider_id: one.provider_id,
        external_id: one.external_id,
        detail: null,
        belongs_to: placeOf(one).order ?? likely.get(one.external_id) ?? null,
      }),
    ),
  ]
}
