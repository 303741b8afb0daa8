import type { MedusaContainer } from "@medusajs/framework/types"
import { ROZETKAPAY } from "../integration-tests/setup/store"
import { installationOf } from "../src/core/installation"
import { withMadeIds } from "./made-ids"

/** Of days ago: older than what a run looks at first, and well within the look-back. */
const [OLDEST, YOUNGEST] = [6, 2]

/** Takes away what was open before, and what earlier runs remember of it. */
const EMPTY = [
  `delete from payment_session where id not in (select payment_session_id from payment where payment_session_id is not null)`,
  `delete from payment_collection where id like 'pay_col_rozetkapay_%'`,
]

/** Checkouts that were opened some days ago and left: nobody has paid, so RozetkaPay knows nothing of them. */
export async function fillWithOpenSessions(
  container: MedusaContainer,
  { sessions, backendUrl }: { sessions: number; backendUrl: string },
): Promise<void> {
  const span = OLDEST - YOUNGEST
  // One moment for both tables, whose ids are made of it.
  const youngest = new Date(Date.now() - YOUNGEST * 86_400_000).toISOString()
  const at = `timestamptz '${youngest}' - (n * interval '${span} days') / ${sessions}`
  const of = `from (select n, date_trunc('second', ${at}) as at from generate_series(1, ${sessions}) n) one`
  const id = (prefix: string) => `'${prefix}_' || bench_ulid(at, n, 1)`
  const money = `'uah', 1319.99, '{"value": "1319.99", "precision": 20}'`
  const data = `jsonb_build_object(
    'external_id', ${id("payses")}, 'provider_id', '${ROZETKAPAY}', 'currency_code', 'uah',
    'checkout_url', 'https://pay.example/', 'mode', 'hosted', 'capture', true, 'payment_id', null,
    'installation', '${installationOf(backendUrl)}')`
  await withMadeIds(container, [
    ...EMPTY,
    `insert into payment_collection (id, currency_code, amount, raw_amount, status, created_at, updated_at)
     select ${id("pay_col")}, ${money}, 'not_paid', at, at ${of}`,
    `insert into payment_session
       (id, currency_code, amount, raw_amount, provider_id, data, status, payment_collection_id, created_at, updated_at)
     select ${id("payses")}, ${money}, '${ROZETKAPAY}', ${data}, 'pending', ${id("pay_col")}, at, at ${of}`,
    "vacuum analyze payment_collection",
    "vacuum analyze payment_session",
  ])
}
