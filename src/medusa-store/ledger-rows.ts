import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { z } from "zod"
import { amountInRow } from "../core/amount-in-row"
import type { ExternalId } from "../core/external-id"
import { type Amount, amountOf, currencyCode } from "../core/money"
import { readSessionData, type SessionData } from "../provider/session-data"

/** One capture or refund, as Medusa has written it down. */
export type StoreMovement = { amount: Amount; at: Date }

/** What the store has of one payment, movement by movement. */
export type LedgerRows = {
  payment_id: string
  provider_id: string
  terms: SessionData
  currency: string
  captures: StoreMovement[]
  refunds: StoreMovement[]
  order: { id: string; display_id: number } | null
}

/** Payments looked up at once. */
const CHUNK = 500

const movements = z
  .array(
    z.object({
      amount: amountInRow,
      created_at: z.coerce.date(),
    }),
  )
  .nullish()

const paymentRow = z.object({
  id: z.string(),
  data: z.record(z.string(), z.unknown()).nullish(),
  provider_id: z.string(),
  currency_code: z.string(),
  payment_collection_id: z.string().nullish(),
  captures: movements,
  refunds: movements,
})

/** Those of the payments that the store has, by RozetkaPay's key. @param by ids of Medusa's sessions, or of its payments */
export const readLedgerRows = async (
  container: MedusaContainer,
  by: { sessions: string[] } | { payments: string[] },
): Promise<Map<ExternalId, LedgerRows>> => {
  const [field, ids] =
    "sessions" in by
      ? (["payment_session_id", by.sessions] as const)
      : (["id", by.payments] as const)
  const found = new Map<ExternalId, LedgerRows>()
  for (let at = 0; at < ids.length; at += CHUNK) {
    const rows = await container
      .resolve(Modules.PAYMENT)
      .listPayments(
        { [field]: ids.slice(at, at + CHUNK) },
        { relations: ["captures", "refunds"], take: CHUNK },
      )
    const payments = z.array(paymentRow).parse(rows)
    const orders = await ordersOf(
      container,
      payments.flatMap(({ payment_collection_id: id }) => id ?? []),
    )
    for (const row of payments) {
      const terms = readSessionData(row.data ?? undefined)
      if (terms) found.set(terms.external_id, ledgerRowsOf(row, terms, orders))
    }
  }
  return found
}

const ledgerRowsOf = (
  row: z.output<typeof paymentRow>,
  terms: SessionData,
  orders: Awaited<ReturnType<typeof ordersOf>>,
): LedgerRows => {
  const currency = currencyCode(row.currency_code)
  const of = (rows: z.output<typeof movements>): StoreMovement[] =>
    (rows ?? []).map(({ amount, created_at }) => ({
      amount: amountOf(amount, currency),
      at: created_at,
    }))
  return {
    payment_id: row.id,
    provider_id: row.provider_id,
    terms,
    currency,
    captures: of(row.captures),
    refunds: of(row.refunds),
    order: orders.get(row.payment_collection_id ?? "") ?? null,
  }
}

const collectionRow = z.object({
  id: z.string(),
  order: z.object({ id: z.string(), display_id: z.number() }).nullish(),
})

/** By payment collection: the orders that they are paid for. */
const ordersOf = async (container: MedusaContainer, collections: string[]) => {
  if (collections.length === 0) return new Map<string, { id: string; display_id: number }>()
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "payment_collection",
    fields: ["id", "order.id", "order.display_id"],
    filters: { id: [...new Set(collections)] },
  })
  return new Map(
    z
      .array(collectionRow)
      .parse(data)
      .flatMap(({ id, order }) => (order ? [[id, order] as const] : [])),
  )
}

const movementRow = z.object({ id: z.string(), payment: z.object({ id: z.string() }).nullish() })

/** The provider's payments of which something was captured (or refunded) between two instants, page by page, the youngest first. */
export async function* paymentsMovedBetween(
  container: MedusaContainer,
  {
    provider_id,
    entity,
    since,
    until,
  }: { provider_id: string; entity: "capture" | "refund"; since: Date; until: Date },
): AsyncGenerator<string[]> {
  let below: string | null = null
  for (;;) {
    const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
      entity,
      fields: ["id", "payment.id"],
      filters: {
        payment: { provider_id },
        created_at: { $gte: since, $lt: until },
        ...(below !== null && { id: { $lt: below } }),
      },
      pagination: { take: CHUNK, order: { id: "DESC" } },
    })
    const rows: z.output<typeof movementRow>[] = z.array(movementRow).parse(data)
    yield rows.flatMap(({ payment }) => payment?.id ?? [])
    const last: string | undefined = rows.at(-1)?.id
    if (rows.length < CHUNK || last === undefined) return
    below = last
  }
}
