import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { shopperError } from "../../errors"
import { errorMessage } from "../../log/error-message"
import { oneLine } from "../../log/one-line"
import { endLease, holdLease, type Lease } from "../../medusa-store/lease"
import type { ShopperLanguage } from "../../messages/language"
import { answerError } from "../answer-error"

/** Who waits looks for the lock again and again: more than a shopper's impatient presses is somebody's flood. */
const LONGEST_LINE = 3

/** Of this process, by payment collection. */
const inLine = new Map<string, number>()

const leaveLine = (collectionId: string): void => {
  const left = (inLine.get(collectionId) ?? 1) - 1
  if (left > 0) inLine.set(collectionId, left)
  else inLine.delete(collectionId)
}

/**
 * Puts the payments that are charged at once, and are for one payment collection, in a line: of
 * two at the same instant the second looks only when the first has its answer, and finds the
 * cart paid.
 *
 * The turn ends with the handler's answer, not with the connection: whoever hangs up may be
 * charged all the same, and must not let the next one in before that. The lock of a process that
 * died expires, later than all calls to the gateway together can take.
 *
 * @returns false when the request is over: answered 409, since another is still being started
 *   after half a minute, or too many wait for it already, or nobody waits for an answer any more. Nothing was charged.
 */
export const takeTurnToStart = async (
  req: MedusaRequest,
  res: MedusaResponse,
  collectionId: string,
  language: ShopperLanguage,
  sayNo = () => answerError(res, shopperError("another_is_starting", language)),
): Promise<boolean> => {
  const locking = req.scope.resolve(Modules.LOCKING)
  const logger = req.scope.resolve(ContainerRegistrationKeys.LOGGER)
  const warn = (what: string, error: unknown) =>
    logger.warn(
      `rozetkapay: ${what} payment_collection_id=${collectionId}: ${oneLine(errorMessage(error))}`,
    )

  const refuse = () => {
    sayNo()
    return false
  }
  const waiting = inLine.get(collectionId) ?? 0
  if (waiting >= LONGEST_LINE) return refuse()
  inLine.set(collectionId, waiting + 1)
  let lease: Lease
  try {
    lease = await holdLease(locking, `rozetkapay-start:${collectionId}`)
  } catch (error) {
    warn("a payment was not started, since another of the same cart is being started", error)
    return refuse()
  } finally {
    leaveLine(collectionId)
  }
  const giveUp = () =>
    endLease(locking, lease).catch((error: unknown) =>
      warn("a lock will only expire, so the next payment of this cart has to wait", error),
    )
  if (res.destroyed) {
    await giveUp()
    return false
  }
  afterAnswer(res, giveUp)
  return true
}

/** Node tells "finish" of no response whose client is gone; the handler ends that one, too. */
const afterAnswer = (res: MedusaResponse, job: () => void): void => {
  res.end = new Proxy(res.end, {
    apply(end, self, given) {
      const ended = Reflect.apply(end, self, given)
      job()
      return ended
    },
  })
}
