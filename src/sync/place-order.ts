import { z } from "zod"
import { hasMoney } from "../core/plan"
import { notNow } from "../errors"
import { errorMessage } from "../log/error-message"
import { oneLine } from "../log/one-line"
import { isLookAgain } from "../provider/look-again"
import type { Applied } from "./apply"
import { completeFilledCart, lacksDelivery } from "./complete-filled-cart"
import { emitEvent } from "./emit-event"
import { failingNote, RETURNING_NOTE } from "./session-notes"
import type { Try } from "./snapshot"
import type { Store } from "./store"
import { undoneOf } from "./undone"

const MINUTE = 60_000
/** The shopper's return may be faster than the callback that says where an express order goes. */
const LEAST_MINUTES_FOR_DELIVERY = 5

/**
 * Completes the cart that the payment is for, at once. Medusa's own workflow is idempotent by cart and
 * undoes itself (and the payment) when it fails.
 *
 * Whatever class of error stood in the way, it is tried again with each look for as long as the
 * merchant's `orderRetryMinutes` say; what can pass, passes, and the shopper's money never stays.
 *
 * @throws when another request is completing the cart: nothing is known of it yet.
 */
export const placeOrder = async (store: Store, tried: Try): Promise<Applied> => {
  const { cart_id, payment_collection_id, terms, situation } = tried
  const found = await store.findProvider(terms.provider_id)
  if (!cart_id || !found) return {}
  const { options } = found.provider
  if (tried.startWasCutOff) await store.finishStart(terms, situation.gateway.paymentId)
  if (payment_collection_id) await store.leaveOnlyOpen(terms, payment_collection_id)

  const { external_id: externalId } = terms
  const { error, isFinished } = await completeFilledCart(store, cart_id, tried)
  if (!error && isFinished) return {}
  if (!error) {
    throw notNow("The order could not be placed now: another request is completing the cart")
  }
  const message = oneLine(errorMessage(error))
  const since = tried.failingSince ?? store.now()
  const least = lacksDelivery(tried) ? LEAST_MINUTES_FOR_DELIVERY : 0
  const minutes = Math.max(options.orderRetryMinutes, least)
  const isOver = isOfOtherParts(error) || store.now() - since >= minutes * MINUTE
  const undone = await undoneOf(store, tried).catch(notKnownYet)
  store.log.warn(
    `rozetkapay: paid, and the order can not be placed provider_id=${terms.provider_id} session_id=${externalId} cart_id=${cart_id}, ${undone ? "so Medusa has returned the money" : isOver ? "so the money goes back" : `tried again for ${minutes} minutes`}: ${message}`,
  )
  if (undone) {
    await emitEvent(store, tried, "rozetkapay.payment.returned", undone, "order_failed", message)
    return { undone: true, returned: "order_failed" }
  }
  // Of a promise there is no money whose return would keep it from being tried again.
  const isPromiseOver = isOver && !hasMoney(situation.gateway)
  await store.noteOnSession(terms, {
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

/** A reading that is behind says no more than that it is not known yet: the failure is to be noted all the same. */
const notKnownYet = (error: unknown): null => {
  if (isLookAgain(error)) return null
  throw error
}
