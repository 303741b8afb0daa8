import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules, PaymentSessionStatus } from "@medusajs/framework/utils"
import { z } from "zod"
import type { ExternalId } from "../../core/external-id"
import { readSessionData } from "../../provider/session-data"

/** Rows read at once: all of a list that is ever in memory. */
const PAGE = 200

/** What may need a look, by where it stands. In this order a round goes through them. */
export const OPEN_LISTS = ["sessions", "holds", "refunds", "captures", "canceled_orders"] as const
export type OpenList = (typeof OPEN_LISTS)[number]

/** A canceled one stood aside for another page of its purchase, and may be paid all the same. */
const OPEN_STATUSES = ["pending", "requires_more", "authorized", "canceled"]
/** Whose buyer pays when the parcel comes: done with, once it has its order. */
const { PENDING_AUTHORIZATION: DEFERRED } = PaymentSessionStatus

/** When what makes a payment worth a look happened. */
export type Window = { $gte: Date; $lte: Date } | { $gte: Date; $lt: Date }

/** Which rows of a list: by id, which grows with time and which every table has an index of. */
export type Place = { $lt: string } | { $gte: string } | null

/** One row of a list, and the payments that it speaks of. */
export type OpenRow = { id: string; since: Date; external_ids: ExternalId[] }

const data = z.record(z.string(), z.unknown()).nullish()
const id = z.string()
const sessionRow = z.object({
  id,
  data,
  status: z.string(),
  payment_collection_id: z.string().nullish(),
  created_at: z.coerce.date(),
  payment: z.object({ id }).nullish(),
})
const holdRow = z.object({ id, data, created_at: z.coerce.date() })
const refundRow = z.object({
  id,
  created_at: z.coerce.date(),
  payment: z.object({ data }).nullish(),
})
const captureRow = z.object({
  id,
  data,
  captured_at: z.coerce.date(),
  captures: z.array(z.object({ id })).nullish(),
  payment_collection: z
    .object({
      order: z.object({ id }).nullish(),
      payments: z.array(z.object({ id })).nullish(),
    })
    .nullish(),
})
const orderRow = z.object({
  id,
  canceled_at: z.coerce.date(),
  payment_collections: z
    .array(z.object({ payments: z.array(z.object({ data, provider_id: z.string() })).nullish() }))
    .nullish(),
})

export type LookUp = {
  provider_id: string
  list: OpenList
  window: Window
  place: Place
}

/**
 * The rows of a list, page by page, the youngest first. Each page begins where the last one ended, so the
 * way through a list is as long as the list, and memory is flat.
 */
export async function* openRows(
  container: MedusaContainer,
  lookUp: LookUp,
): AsyncGenerator<OpenRow[]> {
  let below: string | null = null
  for (;;) {
    const page: Page = await pageOf(container, lookUp, below)
    yield page.rows
    if (page.last === null) return
    below = page.last
  }
}

/** `last`: the id that the next page goes on below; null when there is none. */
type Page = { rows: OpenRow[]; last: string | null }

const pageOf = (
  container: MedusaContainer,
  { provider_id, list, window, place }: LookUp,
  below: string | null,
): Promise<Page> => {
  const ids = { ...place, ...(below !== null && { $lt: below }) }
  const by = Object.keys(ids).length > 0 ? { id: ids } : {}
  const look = <Shape extends Identified>(
    shape: Shape,
    entity: string,
    fields: string[],
    filters: Record<string, unknown>,
    rowsOf: (rows: z.output<Shape>[]) => OpenRow[] | Promise<OpenRow[]>,
  ) => read(container, shape, { entity, fields, filters: { ...filters, ...by } }, rowsOf)

  switch (list) {
    case "sessions":
      return look(
        sessionRow,
        "payment_session",
        ["id", "data", "status", "payment_collection_id", "created_at", "payment.id"],
        { provider_id, status: [...OPEN_STATUSES, DEFERRED], created_at: window },
        async (rows) => {
          const unpaid = rows.filter(({ payment }) => !payment)
          const ordered = await deferredWithOrder(container, unpaid)
          return unpaid.filter((row) => !ordered.includes(row)).map(asCreated)
        },
      )
    case "holds":
      return look(
        holdRow,
        "payment",
        ["id", "data", "created_at"],
        { provider_id, captured_at: null, canceled_at: null, created_at: window },
        (rows) => rows.map(asCreated),
      )
    case "refunds":
      return look(
        refundRow,
        "refund",
        ["id", "created_at", "payment.data"],
        { payment: { provider_id }, created_at: window },
        (rows) =>
          rows.map(({ id, created_at, payment }) =>
            asCreated({ id, created_at, data: payment?.data }),
          ),
      )
    case "captures":
      return look(
        captureRow,
        "payment",
        [
          "id",
          "data",
          "captured_at",
          "captures.id",
          "payment_collection.order.id",
          "payment_collection.payments.id",
        ],
        { provider_id, captured_at: window },
        async (rows) => {
          const unknown = await unknownToTheirOrders(container, rows)
          return rows
            .filter((row) => unknown.includes(row) || isBesideAnother(row))
            .map(({ id, captured_at, data }) => ({
              id,
              since: captured_at,
              external_ids: externalIds(data),
            }))
        },
      )
    case "canceled_orders":
      return look(
        orderRow,
        "order",
        [
          "id",
          "canceled_at",
          "payment_collections.payments.data",
          "payment_collections.payments.provider_id",
        ],
        { canceled_at: window },
        (rows) =>
          rows.map(({ id, canceled_at, payment_collections }) => ({
            id,
            since: canceled_at,
            external_ids: (payment_collections ?? [])
              .flatMap(({ payments }) => payments ?? [])
              .filter((payment) => payment.provider_id === provider_id)
              .flatMap((payment) => externalIds(payment.data)),
          })),
      )
  }
}

type Identified = z.ZodType<{ id: string }>

/** No `skip`: with one, Medusa counts the whole list for each page of it. */
const read = async <Shape extends Identified>(
  container: MedusaContainer,
  shape: Shape,
  look: { entity: string; fields: string[]; filters: Record<string, unknown> },
  rowsOf: (rows: z.output<Shape>[]) => OpenRow[] | Promise<OpenRow[]>,
): Promise<Page> => {
  const page = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    ...look,
    pagination: { take: PAGE, order: { id: "DESC" } },
  })
  const rows = z.array(shape).parse(page.data)
  const last = rows.length < PAGE ? undefined : rows.at(-1)?.id
  return { rows: await rowsOf(rows), last: last ?? null }
}

const externalIds = (of: z.output<typeof data>): ExternalId[] => {
  const known = readSessionData(of ?? undefined)?.external_id
  return known ? [known] : []
}

const asCreated = ({
  id,
  created_at,
  data: of,
}: {
  id: string
  created_at: Date
  data?: z.output<typeof data>
}): OpenRow => ({ id, since: created_at, external_ids: externalIds(of) })

const deferredWithOrder = async (
  container: MedusaContainer,
  sessions: z.output<typeof sessionRow>[],
): Promise<z.output<typeof sessionRow>[]> => {
  const deferred = sessions.filter(({ status }) => status === DEFERRED)
  if (deferred.length === 0) return []
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "order_payment_collection",
    fields: ["payment_collection_id"],
    filters: {
      payment_collection_id: deferred.map((one) => one.payment_collection_id ?? ""),
    },
  })
  const ordered = new Set(data.map((one) => one.payment_collection_id))
  return deferred.filter((one) => ordered.has(one.payment_collection_id ?? ""))
}

/** Two pages of one purchase may both have been written down as its Payments. */
const isBesideAnother = ({ payment_collection }: z.output<typeof captureRow>): boolean =>
  (payment_collection?.payments ?? []).length > 1

/** Payments of orders in whose transactions a capture is missing. */
const unknownToTheirOrders = async <Row extends z.output<typeof captureRow>>(
  container: MedusaContainer,
  payments: Row[],
): Promise<Row[]> => {
  const ordered = payments.filter(({ payment_collection }) => payment_collection?.order)
  const ids = ordered.flatMap(({ captures }) => (captures ?? []).map(({ id }) => id))
  if (ids.length === 0) return []
  const transactions = await container
    .resolve(Modules.ORDER)
    .listOrderTransactions({ reference_id: ids }, { select: ["id", "reference_id"], take: null })
  const known = new Set(transactions.map(({ reference_id }) => reference_id))
  return ordered.filter(({ captures }) => (captures ?? []).some(({ id }) => !known.has(id)))
}
