import type { MedusaContainer } from "@medusajs/framework/types"
import { z } from "zod"
import { amountInRow } from "../core/amount-in-row"
import { NO_PURPOSE } from "../core/purpose"
import type { SessionId } from "../core/session-id"
import { selectRows } from "../provider/select-rows"
import { PURPOSE, purposeRow } from "../provider/start/purpose"

/** As Medusa keeps it exactly: a decimal in a text. */
const metadata = z.record(z.string(), z.unknown()).nullish()
const data = metadata.transform((value) => value ?? undefined)

const sessionRow = z.object({
  id: z.string(),
  amount: amountInRow,
  currency_code: z.string(),
  status: z.string(),
  data,
  metadata,
  created_at: z.coerce.date(),
})
const movementRow = z.object({
  id: z.string(),
  amount: amountInRow,
  created_at: z.coerce.date(),
  created_by: z.string().nullish(),
  metadata,
})
const paymentRow = z.object({
  id: z.string(),
  amount: amountInRow,
  currency_code: z.string(),
  provider_id: z.string(),
  payment_session_id: z.string().nullish(),
  data,
  metadata,
  created_at: z.coerce.date(),
  captured_at: z.coerce.date().nullish(),
  canceled_at: z.coerce.date().nullish(),
  captures: z.array(movementRow),
  refunds: z.array(movementRow),
})
const collectionRow = z.object({
  id: z.string(),
  amount: amountInRow,
  currency_code: z.string(),
  status: z.string(),
})
const rows = z.object({
  collection: collectionRow.nullable(),
  sessions: z.array(sessionRow),
  payments: z.array(paymentRow),
  purpose: purposeRow.nullable().transform((found) => found ?? NO_PURPOSE),
})

export type SessionOfPurchase = z.output<typeof sessionRow>
export type PaymentOfPurchase = z.output<typeof paymentRow>

/** Medusa's rows of one purchase. */
export type RowsOfPurchase = z.output<typeof rows>

const listOf = (object: string, from: string) =>
  `(select coalesce(json_agg(json_build_object(${object}) order by one.id), '[]') from ${from} and one.deleted_at is null)`

const MOVEMENT = `'id', one.id, 'amount', one.raw_amount, 'created_at', one.created_at,
  'created_by', one.created_by, 'metadata', one.metadata`
const SESSION = `'id', one.id, 'amount', one.raw_amount, 'currency_code', one.currency_code,
  'status', one.status, 'data', one.data, 'metadata', one.metadata, 'created_at', one.created_at`
/** Of the payment `p`. */
export const MOVEMENTS = `'captures', ${listOf(MOVEMENT, "capture one where one.payment_id = p.id")},
  'refunds', ${listOf(MOVEMENT, "refund one where one.payment_id = p.id")}`
const PAYMENT = `'id', p.id, 'amount', p.raw_amount, 'currency_code', p.currency_code,
  'provider_id', p.provider_id, 'payment_session_id', p.payment_session_id, 'data', p.data,
  'metadata', p.metadata, 'created_at', p.created_at, 'captured_at', p.captured_at,
  'canceled_at', p.canceled_at,
  ${MOVEMENTS}`
const paymentsOf = (condition: string) =>
  `(select coalesce(json_agg(json_build_object(${PAYMENT}) order by p.id), '[]')
    from payment p where ${condition} and p.deleted_at is null) as payments`

/** One question of what would be seven of Medusa's own, for every sync asks it. */
const WHOLE = `select
    (select json_build_object('id', c.id, 'amount', c.raw_amount, 'currency_code', c.currency_code,
      'status', c.status) from payment_collection c where c.id = :collection and c.deleted_at is null) as collection,
    ${listOf(SESSION, "payment_session one where one.payment_collection_id = :collection")} as sessions,
    ${paymentsOf(`p.payment_collection_id = :collection and exists (select from payment_collection c
      where c.id = p.payment_collection_id and c.deleted_at is null)`)},
    (select row_to_json(purpose) from (${PURPOSE}) purpose) as purpose`

/** Of a purchase that is not known, or gone, these tries alone. */
const TRIES = `select null as collection,
    ${listOf(SESSION, "payment_session one where one.id = any(:ids)")} as sessions,
    ${paymentsOf("p.payment_session_id = any(:ids)")}, null as purpose`

/** @param ids the tries that are asked for, should their purchase not be known */
export const rowsOf = async (
  container: MedusaContainer,
  collectionId: string | null,
  ids: SessionId[],
): Promise<RowsOfPurchase> => {
  const [found] = collectionId
    ? await selectRows(container, rows, WHOLE, { collection: collectionId })
    : await selectRows(container, rows, TRIES, { ids })
  return found ?? { collection: null, sessions: [], payments: [], purpose: NO_PURPOSE }
}
