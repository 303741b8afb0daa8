import type { MedusaContainer } from "@medusajs/framework/types"
import { z } from "zod"
import { addDays, startOfKyivDay } from "../../../../core/kyiv-day"
import { type SqlValue, selectRows } from "../../../../provider/select-rows"
import { ADAPTERS } from "../../../../providers/registry"
import { anyOf, between } from "./conditions"
import type { PaymentsFilter } from "./read-payments-query"
import { type Search, searchFor } from "./search-words"
import { HAS_STATE } from "./state-of-payment"
import { mayWaitBelow, sinceWhen, waitingBy } from "./waiting-sessions"

/*
 * Payments are looked for in SQL: Medusa's modules can't search across each other, nor inside of metadata,
 * and count every list by reading it. Only read, and by what indexes Medusa has. Its ids grow with time
 * (prefix, then ULID), so that the newest are found by the primary key.
 */

/** A Payment, or a session that waits for one: told apart by what Medusa's ids begin with. */
export type FoundId = { id: string; key: string }

/** Where a page begins: after so many rows, or after a row of the page before. */
export type Place = { limit: number; offset?: number; after?: string }

const isWaitingOnly = ({ state }: PaymentsFilter) => state === "waiting"
const mayWait = ({ state }: PaymentsFilter, after?: string) =>
  (state === undefined || state === "waiting") && (after === undefined || mayWaitBelow(after))

export const findPayments = async (
  container: MedusaContainer,
  filter: PaymentsFilter,
  { limit, offset = 0, after }: Place,
): Promise<FoundId[]> => {
  const { values, payments, waiting } = await queryFor(container, filter, after)
  const end = offset + limit
  return selectRows(
    container,
    z.object({ id: z.string(), key: z.string() }),
    `${waiting}
     select id, key from (
       (select p.id, substr(p.id, ${"pay_".length + 1}) as key from payment p
        where ${payments} ${after === undefined ? "" : `and p.id < :after_payment`}
        order by p.id desc limit :end)
       union all
       select id, key from waiting ${after === undefined ? "" : `where key collate "C" < :after`}
     ) found
     order by key collate "C" desc, id desc limit :limit offset :offset`,
    {
      ...values,
      limit,
      offset,
      end,
      ...(after !== undefined && { after, after_payment: `pay_${after}` }),
    },
  )
}

export const countPayments = async (
  container: MedusaContainer,
  filter: PaymentsFilter,
): Promise<number> => {
  const { values, payments, waiting } = await queryFor(container, filter)
  const [row] = await selectRows(
    container,
    z.object({ count: z.coerce.number() }),
    `${waiting}
     select (select count(*) from payment p where ${payments}) + (select count(*) from waiting) as count`,
    values,
  )
  return row?.count ?? 0
}

type Query = { values: Record<string, SqlValue>; payments: string; waiting: string }

const queryFor = async (
  container: MedusaContainer,
  filter: PaymentsFilter,
  after?: string,
): Promise<Query> => {
  const search = filter.q ? searchFor(filter.q) : null
  return {
    values: {
      provider_ids: await ownProviders(container, filter.provider_id),
      ...search?.values,
      ...(filter.from && { from: startOfKyivDay(filter.from).toISOString() }),
      ...(filter.to && { to: startOfKyivDay(addDays(filter.to, 1)).toISOString() }),
      ...sinceWhen(),
    },
    payments: paymentsBy(filter, search),
    waiting: `with waiting as materialized (${mayWait(filter, after) ? waitingBy(filter, search) : NONE})`,
  }
}

const NONE = "select '' as id, '' as key where false"

/** Those that were taken out of medusa-config.ts as well: what they were paid stays in the accounts. */
const ownProviders = async (container: MedusaContainer, only?: string): Promise<string[]> => {
  const rows = await selectRows(
    container,
    z.object({ id: z.string() }),
    "select id from payment_provider where deleted_at is null",
    {},
  )
  const prefixes = ADAPTERS.map(({ identifier }) => `pp_${identifier}_`)
  return rows
    .map(({ id }) => id)
    .filter((id) => prefixes.some((prefix) => id.startsWith(prefix)))
    .filter((id) => only === undefined || id === only)
}

const paymentsBy = (filter: PaymentsFilter, search: Search | null): string => {
  const { state } = filter
  return [
    "p.deleted_at is null",
    "p.provider_id = any(:provider_ids)",
    ...between("p", filter),
    ...(state && state !== "waiting" ? [HAS_STATE[state]] : []),
    ...(isWaitingOnly(filter) ? ["false"] : []),
    ...(search ? [anyOf(search.ofPayment)] : []),
  ].join("\n and ")
}
