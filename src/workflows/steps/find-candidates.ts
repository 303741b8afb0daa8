import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { z } from "zod"
import { isDueForCheck, LEFT_TO_CALLBACKS } from "../../payments/check-schedule"
import { findProvider } from "../../providers/rozetkapay/find-provider"
import { readSessionData } from "../../providers/rozetkapay/session-data"

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
 * The payments whose callbacks may have been missed, oldest first:
 * - sessions without a Payment, which the shopper may have paid and left;
 * - Payments that are neither captured whole nor canceled: their hold may be gone
 *   or captured elsewhere, or their order cancelled;
 * - Payments with a refund, which may have been on its way.
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

const started = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  created_at: z.coerce.date(),
  payment: z.object({ id: z.string() }).nullish(),
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
  const isDue = (created_at: Date) =>
    min_age_minutes !== undefined ||
    isDueForCheck((now - created_at.getTime()) / MINUTE, reconcileEveryMinutes)

  const sessions = await pages(container, "payment_session", ["data", "created_at", "payment.id"], {
    provider_id,
    status: ["pending", "requires_more", "authorized"],
    created_at: window,
  })
  const holds = await pages(container, "payment", ["data", "created_at"], {
    provider_id,
    captured_at: null,
    canceled_at: null,
    created_at: window,
  })
  const refunded = await pages(container, "payment", ["data", "created_at"], {
    provider_id,
    refunds: { created_at: window },
    created_at: window,
  })
  const rows = [...sessions.filter((session) => !session.payment), ...holds, ...refunded]
  const ids = rows
    .filter(({ created_at }) => isDue(created_at))
    .flatMap(({ data }) => readSessionData(data ?? undefined)?.external_id ?? [])
  return [...new Set(ids)].map((external_id) => ({ provider_id, external_id }))
}

const pages = async (
  container: MedusaContainer,
  entity: string,
  fields: string[],
  filters: Record<string, unknown>,
) => {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const rows: z.output<typeof started>[] = []
  for (let skip = 0; skip < MOST * 10; skip += PAGE) {
    const page = await query.graph({
      entity,
      fields,
      filters,
      pagination: { skip, take: PAGE, order: { created_at: "ASC" } },
    })
    rows.push(...z.array(started).parse(page.data))
    if (page.data.length < PAGE) break
  }
  return rows
}
