import { z } from "zod"
import { externalIdText } from "../core/external-id"
import { gone } from "../core/ledger"
import { type Amount, isPositive } from "../core/money"
import { hasMoney } from "../core/plan"
import { RETURN_REASONS, type ReturnReason } from "../core/situation"
import { emitEvent } from "./emit-event"
import type { Try } from "./snapshot"
import type { Store } from "./store"

/**
 * Money that the store has begun to send back by itself. The answer may be lost, or the process may end, before
 * anybody was told; and its session, where it could be noted, may be gone.
 */
export const returningPayment = z.object({
  external_id: externalIdText,
  reason: z.enum(RETURN_REASONS),
})

export type ReturningPayment = z.output<typeof returningPayment>

/**
 * To be noted before anything is sent. Why it was begun first is why.
 *
 * @returns whether it is begun now; else an earlier try's answer may still be on its way.
 */
export const noteReturning = async (
  store: Store,
  { terms: { external_id } }: Try,
  reason: ReturnReason,
): Promise<boolean> => {
  if (await store.findReturning(external_id)) return false
  await store.noteReturning({ external_id, reason })
  return true
}

/**
 * A return whose end nobody has told of is told of by the first look that finds all of its money gone. One that
 * was given up, since the payment has its order after all, is forgotten: what goes back later is somebody else's doing.
 */
export const endReturning = async (store: Store, tried: Try): Promise<void> => {
  const { actions, terms, situation } = tried
  const amount = gone(situation.gateway)
  const isOver = !actions.some(({ do: what }) => what === "return" || what === "wait")
  if (!isPositive(amount) || !isOver || situation.gateway.unclear !== null) return
  const returning = await store.findReturning(terms.external_id)
  if (!returning) return
  if (hasMoney(situation.gateway)) await store.forgetReturning(terms.external_id)
  else await tellReturn(store, tried, amount, returning.reason)
}

/** Told first: what was told may be told again after a crash, and is never kept silent. */
export const tellReturn = async (
  store: Store,
  tried: Try,
  amount: Amount,
  reason: ReturnReason,
): Promise<void> => {
  const message = reason === "order_failed" ? tried.failure : null
  await emitEvent(store, tried, "rozetkapay.payment.returned", amount, reason, message)
  await store.forgetReturning(tried.terms.external_id)
}
