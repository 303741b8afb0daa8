import type { MedusaContainer } from "@medusajs/framework/types"
import { ROZETKAPAY } from "../integration-tests/setup/store"
import { withMadeIds } from "./made-ids"

/** A year and a bit of a busy shop: its orders, each with a payment, and checkouts that were left. */
export const MANY = 100_000

/** One every six minutes up to an hour ago, whatever time the statements take. */
const LAST = new Date(Date.now() - 3_600_000).toISOString()
const MONEY = `100 + n % 90000 / 100.0`
const RAW = `jsonb_build_object('value', (${MONEY})::text, 'precision', 20)`
const AT = `timestamptz '${LAST}' - (${MANY} - n) * interval '6 minutes'`
/** As Medusa's ids, by ULID: those that are made later are greater. `k`: of several in one moment. */
const id = (prefix: string, k = "0") => `'${prefix}_' || bench_ulid(${AT}, n, ${k})`
const EACH = `from generate_series(1, ${MANY}) n`

/** What a card payment leaves in its session's and its Payment's data. */
const DATA = `jsonb_build_object(
  'external_id', ${id("payses")}, 'provider_id', '${ROZETKAPAY}', 'currency_code', 'uah',
  'checkout_url', null, 'mode', 'hosted', 'capture', true, 'language', 'uk',
  'payment_id', 'gw-' || md5(n::text), 'installation', md5('installation'))`
const NOTES = `jsonb_build_object(
  'rozetkapay_id', 'gw-' || md5(n::text), 'rozetkapay_rrn', lpad((n * 7919)::text, 12, '3'),
  'rozetkapay_auth_code', lpad((n % 1000000)::text, 6, '0'),
  'rozetkapay_mask', '424242******' || lpad((n % 10000)::text, 4, '0'),
  'rozetkapay_brand', 'visa', 'rozetkapay_bank', 'Sandbox Bank', 'rozetkapay_method', 'card')`
/** Every 50th is still held, every 70th canceled, every 40th captured in part. */
const IS_HELD = `n % 50 = 0`
const IS_CANCELED = `n % 70 = 0 and n % 50 <> 0`
const CAPTURED = `case when n % 40 = 0 then 10 else ${MONEY} end`
const RAW_CAPTURED = `jsonb_build_object('value', (${CAPTURED})::text, 'precision', 20)`

const STATEMENTS = [
  `insert into payment_collection (id, currency_code, amount, raw_amount, status, created_at, updated_at)
   select ${id("pay_col")}, 'uah', ${MONEY}, ${RAW}, 'completed', ${AT}, ${AT} ${EACH}`,
  `insert into payment_session
     (id, currency_code, amount, raw_amount, provider_id, data, status, payment_collection_id, created_at, updated_at)
   select ${id("payses")}, 'uah', ${MONEY}, ${RAW}, '${ROZETKAPAY}', ${DATA}, 'captured',
     ${id("pay_col")}, ${AT}, ${AT} ${EACH}`,
  // Three of four checkouts are left, each with a purchase of its own.
  `insert into payment_collection (id, currency_code, amount, raw_amount, status, created_at, updated_at)
   select ${id("pay_col", "k")}, 'uah', ${MONEY}, ${RAW}, 'not_paid', ${AT}, ${AT}
   ${EACH}, generate_series(1, 3) k`,
  `insert into payment_session
     (id, currency_code, amount, raw_amount, provider_id, data, status, payment_collection_id, created_at, updated_at)
   select ${id("payses", "k")}, 'uah', ${MONEY}, ${RAW}, '${ROZETKAPAY}',
     ${DATA} || jsonb_build_object('external_id', ${id("payses", "k")}), 'pending',
     ${id("pay_col", "k")}, ${AT}, ${AT} ${EACH}, generate_series(1, 3) k`,
  `insert into payment
     (id, currency_code, amount, raw_amount, provider_id, data, metadata, captured_at, canceled_at,
      payment_collection_id, payment_session_id, created_at, updated_at)
   select ${id("pay")}, 'uah', ${MONEY}, ${RAW}, '${ROZETKAPAY}', ${DATA}, ${NOTES},
     case when ${IS_HELD} or ${IS_CANCELED} or n % 40 = 0 then null else ${AT} end,
     case when ${IS_CANCELED} then ${AT} end, ${id("pay_col")}, ${id("payses")}, ${AT}, ${AT} ${EACH}`,
  `insert into capture (id, amount, raw_amount, payment_id, created_at, updated_at)
   select ${id("capt")}, ${CAPTURED}, ${RAW_CAPTURED}, ${id("pay")}, ${AT}, ${AT} ${EACH}
   where not (${IS_HELD}) and not (${IS_CANCELED})`,
  `insert into refund (id, amount, raw_amount, payment_id, created_at, updated_at)
   select ${id("ref")}, 5, '{"value": "5", "precision": 20}', ${id("pay")}, ${AT}, ${AT} ${EACH}
   where n % 30 = 0 and not (${IS_HELD}) and not (${IS_CANCELED})`,
  `insert into "order" (id, display_id, email, currency_code, version, status, is_draft_order, created_at, updated_at)
   select ${id("order")}, 10000000 + n, 'shopper-' || n || '@mail.example', 'uah', 1, 'pending', false,
     ${AT}, ${AT} ${EACH}`,
  `insert into order_payment_collection (id, order_id, payment_collection_id, created_at, updated_at)
   select ${id("ordpay")}, ${id("order")}, ${id("pay_col")}, ${AT}, ${AT} ${EACH}`,
]

/** What a store's database does by itself while it fills over months. */
const VACUUMED = [
  "payment_collection",
  "payment_session",
  "payment",
  "capture",
  "refund",
  '"order"',
  "order_payment_collection",
].map((table) => `vacuum analyze ${table}`)

/** Fills Medusa's tables straight away: by its workflows this would take hours. */
export async function fillWithPayments(container: MedusaContainer): Promise<void> {
  await withMadeIds(container, [...STATEMENTS, ...VACUUMED])
}
