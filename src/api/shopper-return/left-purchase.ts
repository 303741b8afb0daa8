import { performance } from "node:perf_hooks"
import type { MedusaContainer } from "@medusajs/framework/types"
import { z } from "zod"
import { externalIdOf } from "../../core/external-id"
import { idAt } from "../../core/id-at"
import type { SessionId } from "../../core/session-id"
import { timeOfId } from "../../core/time-of-id"
import { leftTryKey } from "../../provider/left-tries"
import { selectRows } from "../../provider/select-rows"
import { ShortMemory } from "../../provider/short-memory"
import { LeftSearches } from "./left-searches"

const DAY = 86_400_000
/** How long a page may have been open, and a cart before that: its collection is no older than both. Callbacks know no such limit. */
const LONGEST = 30 * DAY
/** Two clocks of one database's users. */
const CLOCKS = 60_000

/** Whose shopper looks again every few seconds is searched for once. */
const REMEMBERED = { most: 1_000, isFresh: (age: number) => age < 10 * 60_000 }

const row = z.object({ id: z.string(), key: z.string() })

export type LeftPurchase = { is: "found"; purchaseId: string } | { is: "none" } | { is: "later" }

type Sought = { key: string; from: string; to: string }

/**
 * The purchase that has a note of a try whose session Medusa has deleted (left-tries.ts): a shopper may come
 * back from its page before RozetkaPay's callback, which would name the purchase. Without that note nobody
 * here has opened such a page, and RozetkaPay is asked nothing. Each search reads the payment collections of some
 * weeks, so all that are asked for meanwhile are searched for in the next one (left-searches.ts).
 */
export class LeftPurchases {
  private readonly found = new ShortMemory<{ purchaseId: string }>(REMEMBERED, () =>
    performance.now(),
  )
  private readonly searches: LeftSearches<Sought, string>

  constructor(container: MedusaContainer, rest?: number, most?: number) {
    this.searches = new LeftSearches((sought) => purchasesOf(container, sought), rest, most)
  }

  async of(session: SessionId): Promise<LeftPurchase> {
    const known = this.found.of(session)
    if (known) return { is: "found", ...known }
    const range = whenMade(session)
    if (!range) return { is: "none" }
    const key = leftTryKey(externalIdOf(session))
    const purchaseId = await this.searches.of({ ...range, key })
    if (purchaseId === "later") return { is: "later" }
    if (purchaseId === null) return { is: "none" }
    this.found.keep(session, { purchaseId })
    return { is: "found", purchaseId }
  }
}

const purchasesOf = async (container: MedusaContainer, sought: Sought[]) => {
  const made = await selectRows(container, row, NEWEST_LAST, {
    from: sought.map(({ from }) => from).sort()[0] ?? "",
    to:
      sought
        .map(({ to }) => to)
        .sort()
        .at(-1) ?? "",
    keys: JSON.stringify(sought.map(({ key }) => key)),
  })
  const ids = new Map(made.map(({ id, key }) => [key, id]))
  return ({ key }: Sought): string | null => ids.get(key) ?? null
}

/** By the primary key, so that it costs what those weeks have, and not what the store has. */
const NEWEST_LAST = `with sought as materialized (
    select array(select jsonb_array_elements_text(cast(:keys as jsonb))) as keys
  )
  select c.id, own.key
  from sought cross join payment_collection c
    cross join lateral unnest(sought.keys) own(key)
  where c.id >= :from and c.id < :to and c.deleted_at is null
    and jsonb_exists_any(c.metadata, sought.keys) and jsonb_exists(c.metadata, own.key)
  order by c.id`

/** Null: no session of Medusa's, of these weeks, has this id. */
const whenMade = (session: SessionId): { from: string; to: string } | null => {
  const opened = session.startsWith("payses_") ? timeOfId(session) : null
  const now = Date.now()
  if (opened === null || opened > now + CLOCKS || opened < now - LONGEST) return null
  return { from: idAt("pay_col", opened - LONGEST), to: idAt("pay_col", opened + CLOCKS) }
}
