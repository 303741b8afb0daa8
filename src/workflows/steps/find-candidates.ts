import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { z } from "zod"
import { findProvider } from "../../gateway-provider/find-provider"
import { readSessionData } from "../../gateway-provider/session-data"
import { isDueForCheck, LEFT_TO_CALLBACKS } from "../../payments/check-schedule"

export type FindCandidatesInput = {
  provider_ids: string[]
  /** Minutes. When given, every open payment older than this is looked at; when not, those that are due. */
  min_age_minutes?: number
}

/** A payment to settle. */
export type Candidate = { provider_id: string; external_id: string }

/** Payments looked at in one run; what is left comes with the next. */
const MOST = 1_000
const PAGE = 200
const MINUTE = 60_000

export const findCandidatesStepId = "rozetkapay-find-candidates"

/**
 * The payments whose callbacks may have been missed, youngest first, so that
 * no crowd of abandoned checkouts hides one that was just paid:
 * - sessions without a Payment, which the shopper may have paid and left;
 * - Payments that are neither captured whole nor canceled: their hold may be gone
 *   or captured elsewhere, or their order cancelled;
 * - refunds, which may have been on their way;
 * - Payments of cancelled orders, whose hold or money may not have gone back;
 * - captures that their order knows nothing of: the process ended before the core had told it.
 *
 * Each by the age of what happened last: a refund of an old payment is young.
 */
export const findCandidatesStep = createStep(
  findCandidatesStepId,
  async (input: FindCandidatesInput, { container }) => {
    const candidates: Candidate[] = []
    for (const provider_id of input.provider_ids) {
      candidates.push(...(await candidatesOf(container, provider_id, input)))
    }
    return new StepResponse(candidates.slice(0, MOST))
  },
)

const data = z.record(z.string(), z.unknown()).nullish()
const started = z.object({
  data,
  created_at: z.coerce.date(),
  payment: z.object({ id: z.string() }).nullish(),
})
const refunded = z.object({ created_at: z.coerce.date(), payment: z.object({ data }).nullish() })
const captured = z.object({
  data,
  captured_at: z.coerce.date(),
  captures: z.array(z.object({ id: z.string() })).nullish(),
  payment_collection: z.object({ order: z.object({ id: z.string() }).nullish() }).nullish(),
})
const canceled = z.object({
  canceled_at: z.coerce.date(),
  payment_collections: z
    .array(z.object({ payments: z.array(z.object({ data, provider_id: z.string() })).nullish() }))
    .nullish(),
})

const candidatesOf = async (
  container: MedusaContainer,
  provider_id: string,
  { min_age_minutes }: FindCandidatesInput,
): Promise<Candidate[]> => {
  const found = await findProvider(container, provider_id)
  if (!found) return []
  const { reconcileEveryMinutes, reconcileLookBackDays } = found.provider.options
  const now = Date.now()
  const youngest = min_age_minutes ?? LEFT_TO_CALLBACKS
  const window = {
    $gte: new Date(now - reconcileLookBackDays * 24 * 60 * MINUTE),
    $lte: new Date(now - youngest * MINUTE),
  }
  const isDue = (since: Date) =>
    min_age_minutes !== undefined ||
    isDueForCheck((now - since.getTime()) / MINUTE, reconcileEveryMinutes)

  const look = <Shape extends z.ZodType>(
    shape: Shape,
    entity: string,
    fields: string[],
    filters: Record<string, unknown>,
  ) => pages(container, shape, { entity, fields, filters })

  const sessions = await look(started, "payment_session", ["data", "created_at", "payment.id"], {
    provider_id,
    status: ["pending", "requires_more", "authorized"],
    created_at: window,
  })
  const holds = await look(started, "payment", ["data", "created_at"], {
    provider_id,
    captured_at: null,
    canceled_at: null,
    created_at: window,
  })
  const refunds = await look(refunded, "refund", ["created_at", "payment.data"], {
    payment: { provider_id },
    created_at: window,
  })
  const captures = await look(
    captured,
    "payment",
    ["data", "captured_at", "captures.id", "payment_collection.order.id"],
    { provider_id, captured_at: window },
  )
  const orders = await look(
    canceled,
    "order",
    [
      "canceled_at",
      "payment_collections.payments.data",
      "payment_collections.payments.provider_id",
    ],
    { canceled_at: window },
  )
  const untold = await unknownToTheirOrders(
    container,
    captures.filter(({ captured_at }) => isDue(captured_at)),
  )
  const rows = [
    ...[...sessions.filter((session) => !session.payment), ...holds].map(
      ({ data, created_at }) => ({
        data,
        since: created_at,
      }),
    ),
    ...untold.map(({ data, captured_at }) => ({ data, since: captured_at })),
    ...refunds.map(({ payment, created_at }) => ({ data: payment?.data, since: created_at })),
    ...orders.flatMap(({ canceled_at, payment_collections }) =>
      (payment_collections ?? [])
        .flatMap(({ payments }) => payments ?? [])
        .filter((payment) => payment.provider_id === provider_id)
        .map((payment) => ({ data: payment.data, since: canceled_at })),
    ),
  ]
  const ids = rows
    .filter(({ since }) => isDue(since))
    .sort((a, b) => a.since.getTime() - b.since.getTime())
    .flatMap(({ data }) => readSessionData(data ?? undefined)?.external_id ?? [])
  return [...new Set(ids)].map((external_id) => ({ provider_id, external_id }))
}

/** Payments of orders in whose transactions a capture is missing. */
const unknownToTheirOrders = async <Row extends z.output<typeof captured>>(
  container: MedusaContainer,
  payments: Row[],
): Promise<Row[]> => {
  const ordered = payments.filter(({ payment_collection }) => payment_collection?.order)
  const found: Row[] = []
  for (let at = 0; at < ordered.length; at += PAGE) {
    const some = ordered.slice(at, at + PAGE)
    const ids = some.flatMap(({ captures }) => (captures ?? []).map(({ id }) => id))
    const transactions = await container
      .resolve(Modules.ORDER)
      .listOrderTransactions({ reference_id: ids }, { select: ["id", "reference_id"], take: null })
    const known = new Set(transactions.map(({ reference_id }) => reference_id))
    found.push(...some.filter(({ captures }) => (captures ?? []).some(({ id }) => !known.has(id))))
  }
  return found
}

const pages = async <Shape extends z.ZodType>(
  container: MedusaContainer,
  shape: Shape,
  look: { entity: string; fields: string[]; filters: Record<string, unknown> },
) => {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const rows: z.output<Shape>[] = []
  for (let skip = 0; skip < MOST * 10; skip += PAGE) {
    const page = await query.graph({
      ...look,
      pagination: { skip, take: PAGE, order: { created_at: "DESC" } },
    })
    rows.push(...z.array(shape).parse(page.data))
    if (page.data.length < PAGE) break
  }
  return rows
}
