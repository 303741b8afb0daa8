import { sessionIdAt } from "../../../../core/id-at"
import { anyOf, between } from "./conditions"
import type { PaymentsFilter } from "./read-payments-query"
import type { Search } from "./search-words"

/** Checkouts that were left for longer are nobody's payment any more; what is paid on delivery waits for its parcel. */
const LEFT_AFTER_DAYS = 1
const PARCEL_DAYS = 30
/** More open checkouts than this are a flood. */
const MOST_WAITING = 1_000

/**
 * Sessions that were started at RozetkaPay and may yet be paid. Not those of a purchase that another
 * Payment pays for, nor of one that is over.
 */
export const waitingBy = (filter: PaymentsFilter, search: Search | null): string => `
  select s.id, substr(s.id, ${"payses_".length + 1}) as key from payment_session s
  where ${[
    "s.id > :since_parcel",
    "(s.id > :since_left or s.status = 'pending_authorization')",
    "s.status in ('pending', 'requires_more', 'pending_authorization')",
    "s.deleted_at is null",
    "s.provider_id = any(:provider_ids)",
    "s.data->>'external_id' = s.id",
    // One that is only opened, to be charged later by store code, has neither.
    `(s.data->>'checkout_url' is not null or s.data->>'payment_id' is not null
       or s.status = 'pending_authorization')`,
    `not exists (select 1 from payment x where x.payment_collection_id = s.payment_collection_id
       and x.deleted_at is null and x.canceled_at is null)`,
    `exists (select 1 from payment_collection c where c.id = s.payment_collection_id
       and c.deleted_at is null and c.status not in ('completed', 'canceled'))`,
    ...between("s", filter),
    ...(search ? [anyOf(search.ofSession)] : []),
  ].join("\n and ")}
  order by s.id desc limit ${MOST_WAITING}`

/** Whether any may come below this row, of those that are listed newest first. */
export const mayWaitBelow = (key: string): boolean => `payses_${key}` > sinceWhen().since_parcel

const DAY = 86_400_000

/** The values that `waitingBy` names. */
export const sinceWhen = () => ({
  since_left: sessionIdAt(Date.now() - LEFT_AFTER_DAYS * DAY),
  since_parcel: sessionIdAt(Date.now() - PARCEL_DAYS * DAY),
})
