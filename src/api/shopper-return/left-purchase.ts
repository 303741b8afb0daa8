import { performance } from "node:perf_hooks"
import type { MedusaContainer } from "@medusajs/framework/types"
import { z } from "zod"
import { externalIdOf } from "../../core/external-id"
import { idAt } from "../../core/id-at"
import type { SessionId } from "../../core/session-id"
import { timeOfId } from "../../core/time-of-id"
import { selectRows } from "../../medusa-store/select-rows"
import { leftTryKey } from "../../provider/left-tries"
import { ShortMemory } from "../../provider/short-memory"
import { LookBudget } from "./look-budget"

const DAY = 86_400_000
/** How long a page may have been open, and a cart before that: its collection is no older than both. Callbacks know no such limit. */
const LONGEST = 30 * DAY
/** Two clocks of one database's users. */
const CLOCKS = 60_000

/** Of searches a minute: each reads the payment collections of some weeks, and anybody may invent ids. */
const MOST_SEARCHES = 60

/** Whose shopper looks again every few seconds is searched for once. */
const REMEMBERED = { most: 1_000, isFresh: (age: number) => age < 10 * 60_000 }

const row = z.object({ id: z.string() })

export type LeftPurchase = { is: "found"; purchaseId: string } | { is: "none" } | { is: "later" }

/**
 * The purchase that has a note of a try whose session Medusa has deleted (left-tries.ts): a shopper may come
 * back from its page before RozetkaPay's callback, which would name the purchase. Without that note nobody
 * here has opened such a page, and RozetkaPay is asked nothing.
 */
export class LeftPurchases {
  private readonly found = new ShortMemory<{ purchaseId: string }>(REMEMBERED, () =>
    performance.now(),
  )

  constructor(private readonly budget = new LookBudget(MOST_SEARCHES)) {}

  async of(container: MedusaContainer, session: SessionId): Promise<LeftPurchase> {
    const known = this.found.of(session)
    if (known) return { is: "found", ...known }
    const range = whenMade(session)
    if (!range) return { is: "none" }
    if (!this.budget.spend()) return { is: "later" }
    const [made] = await selectRows(container, row, NEWEST, {
      ...range,
      key: leftTryKey(externalIdOf(session)),
    })
    if (!made) return { is: "none" }
    this.found.keep(session, { purchaseId: made.id })
    return { is: "found", purchaseId: made.id }
  }
}

/** By the primary key, so that it costs what those weeks have, and not what the store has. */
const NEWEST = `select c.id from payment_collection c
  where c.id >= :from and c.id < :to and c.deleted_at is null
    and c.metadata -> cast(:key as text) is not null
  order by c.id desc limit 1`

/** Null: no session of Medusa's, of these weeks, has this id. */
const whenMade = (session: SessionId): { from: string; to: string } | null => {
  const opened = session.startsWith("payses_") ? timeOfId(session) : null
  const now = Date.now()
  if (opened === null || opened > now + CLOCKS || opened < now - LONGEST) return null
  return { from: idAt("pay_col", opened - LONGEST), to: idAt("pay_col", opened + CLOCKS) }
}
