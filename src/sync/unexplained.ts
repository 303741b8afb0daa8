import { z } from "zod"
import { externalIdText } from "../core/external-id"
import type { Amount } from "../core/money"
import type { PaymentTerms } from "../provider/session-data"
import type { Store } from "./store"

/** Money that came and that the store can't place: there is no row that it could stand at, since what it was for is not there. */
export const unexplainedPayment = z.object({
  external_id: externalIdText,
  provider_id: z.string(),
  /** Decimal in the major unit: what is still there of it. */
  amount: z.string(),
  currency_code: z.string(),
  capture: z.boolean(),
  orders: z.array(externalIdText).optional(),
  installation: z.string().optional(),
  /** ISO 8601: when it was seen first. */
  seen_at: z.string(),
  /** Staff are returning it: what had gone back before. What goes back from then on is theirs. */
  gone_before: z.string().optional(),
})

export type UnexplainedPayment = z.output<typeof unexplainedPayment>

/** @returns whether it is news: staff are told of each sum once. */
export const noteUnexplained = async (
  store: Store,
  { external_id, provider_id, currency_code, capture, orders, installation }: PaymentTerms,
  amount: Amount,
): Promise<boolean> => {
  const before = await store.findUnexplained(external_id)
  if (before?.amount === amount) return false
  const entry: UnexplainedPayment = {
    external_id,
    provider_id,
    amount,
    currency_code: currency_code.toLowerCase(),
    capture,
    ...(orders && { orders }),
    ...(installation && { installation }),
    seen_at: before?.seen_at ?? new Date(store.now()).toISOString(),
    ...(before?.gone_before && { gone_before: before.gone_before }),
  }
  return store.noteUnexplained(entry, before === null)
}

/** That staff are returning it; null takes it back, when nothing was returned. */
export const noteReturning = async (
  store: Store,
  { gone_before: _, ...entry }: UnexplainedPayment,
  gone_before: Amount | null,
): Promise<void> => {
  await store.noteUnexplained({ ...entry, ...(gone_before && { gone_before }) }, false)
}
