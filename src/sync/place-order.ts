import type { MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MedusaError,
  Modules,
  PaymentSessionStatus,
} from "@medusajs/framework/utils"
import { completeCartWorkflowId } from "@medusajs/medusa/core-flows"
import { z } from "zod"
import { sessionOf } from "../core/external-id"
import { isPositive, plus } from "../core/money"
import { hasMoney } from "../core/plan"
import { errorMessage } from "../log/error-message"
import { oneLine } from "../log/one-line"
import { findProvider } from "../provider/find-provider"
import { finishStart } from "../provider/finish-start"
import { inHookContext } from "../provider/hook-context"
import type { Applied } from "./apply"
import { emitEvent } from "./emit-event"
import { fillCart } from "./fill-cart"
import { failingNote, RETURNING_NOTE } from "./session-notes"
import { readSnapshot, type Try } from "./snapshot"

const MINUTE = 60_000

/**
 * Completes the cart that the payment is for, at once. Medusa's own workflow is idempotent by cart and
 * undoes itself (and the payment) when it fails.
 *
 * Whatever class of error stood in the way, it is tried again with each look for as long as the
 * merchant's `orderRetryMinutes` say; what can pass, passes, and the shopper's money never stays.
 *
 * @throws when another request is completing the cart: nothing is known of it yet.
 */
export const placeOrder = async (container: MedusaContainer, tried: Try): Promise<Applied> => {
  const { cart_id, payment_collection_id, terms, situation } = tried
  const found = await findProvider(container, terms.provider_id)
  if (!cart_id || !found) return {}
  const { provider } = found
  if (tried.startWasCutOff) await finishStart(provider.records, terms, situation.gateway.paymentId)
  await leaveOnlyOpen(container, terms.external_id, payment_collection_id, provider.records)

  const engine = container.resolve(Modules.WORKFLOW_ENGINE)
  const { external_id: externalId } = terms
  const ledger = { externalId, ledger: situation.gateway, readAt: Date.now() }
  const unfilled = await fillCart(container, tried, cart_id, provider.options)
  const { error, isFinished } = unfilled
    ? { error: unfilled, isFinished: true }
    : await inHookContext({ ledger }, async () => {
        const { errors, transaction } = await engine.run(completeCartWorkflowId, {
          input: { id: cart_id },
          throwOnError: false,
        })
        return { error: errors?.[0]?.error, isFinished: transaction.hasFinished() }
      })
  if (!error && isFinished) return {}
  if (!error) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      "The order could not be placed now: another request is completing the cart",
    )
  }
  const message = oneLine(errorMessage(error))
  const since = tried.failingSince ?? Date.now()
  const isOver =
    isOfOtherParts(error) || Date.now() - since >= provider.options.orderRetryMinutes * MINUTE
  const isUndone = await wasUndone(container, tried)
  container
    .resolve(ContainerRegistrationKeys.LOGGER)
    .warn(
      `rozetkapay: paid, and the order can not be placed provider_id=${terms.provider_id} session_id=${externalId} cart_id=${cart_id}, ${isUndone ? "so Medusa has returned the money" : isOver ? "so the money goes back" : `tried again for ${provider.options.orderRetryMinutes} minutes`}: ${message}`,
    )
  if (isUndone) {
    const { gateway } = isUndone
    const amount = plus(gateway.canceled, gateway.refunded)
    await emitEvent(
      container,
      tried,
      "rozetkapay.payment.returned",
      amount,
      "order_failed",
      message,
    )
    return { undone: true, returned: "order_failed" }
  }
  // Of a promise there is no money whose return would keep it from being tried again.
  const isPromiseOver = isOver && !hasMoney(situation.gateway)
  await provider.records.noteOnSession(sessionOf(externalId), {
    ...failingNote(since, message),
    ...(isPromiseOver && RETURNING_NOTE),
  })
  return isOver ? { failed: true } : { delayed: true }
}

const coded = z.object({ code: z.string().nullish(), name: z.string().nullish() })

/** Paid for other goods than it has by now: as wrong as another sum, and no later try mends it. */
const isOfOtherParts = (error: unknown): boolean => {
  const { code, name } = coded.safeParse(error).data ?? {}
  return code === "parts_changed" || name === "parts_changed"
}

/** Medusa returns the money of a failed order by itself: then nothing is left to try again with. */
const wasUndone = async (
  container: MedusaContainer,
  { terms: { provider_id, external_id } }: Try,
) => {
  const now = await readSnapshot(container, { provider_id, external_id })
  const situation = now?.own.situation
  return situation && isPositive(plus(situation.gateway.canceled, situation.gateway.refunded))
    ? situation
    : null
}

type Sessions = { openSession(id: string): Promise<void>; closeSession(id: string): Promise<void> }

/**
 * Medusa completes a cart with the first of its open sessions, paid or not. The one that pays must be
 * the only one; the others stay as closed, so that what they were is known when they are paid as well.
 */
const leaveOnlyOpen = async (
  container: MedusaContainer,
  sessionId: string,
  payment_collection_id: string | null,
  ledger: Sessions,
): Promise<void> => {
  if (!payment_collection_id) return
  const sessions = await container
    .resolve(Modules.PAYMENT)
    .listPaymentSessions({ payment_collection_id }, { relations: ["payment"] })
  const own = sessions.find(({ id }) => id === sessionId)
  // Gone meanwhile: Medusa may keep the others.
  if (!own) return
  const closed = PaymentSessionStatus.CANCELED
  if (own.status === closed) await ledger.openSession(sessionId)
  for (const { id, status, payment } of sessions) {
    if (id !== sessionId && !payment && status !== closed) await ledger.closeSession(id)
  }
}
