import { setTimeout as sleep } from "node:timers/promises"
import type { Logger } from "@medusajs/framework/types"
import { leftToAsk, wasAsked, withAsked, withUnanswered } from "../../core/asked-in-vain"
import type { ExternalId } from "../../core/external-id"
import { errorMessage } from "../../log/error-message"
import type { PaymentGateway } from "../../provider/payment-gateway"
import { RozetkaPayError } from "../../rozetkapay/errors"
import type { OpenMemory } from "./reconcile-memory"

/** A payment in RozetkaPay's ledgers of which only its signed callback can say whose it is. */
export type Unknown = {
  external_id: ExternalId
  /** The store has its session: the start was cut off. */
  isOurs: boolean
}

/** Milliseconds between two: at most ten calls a second. */
const PACE = 100
/** Answers lost one after another, after which RozetkaPay is down rather than a payment odd. */
const LOST_IN_A_ROW = 5
/** What was asked for is written down so often, for a process that dies meanwhile. */
const SAVE_EVERY = 50

export type AskedFor = {
  /** Whose callback was asked for; in a dry run, would have been. */
  announced: ExternalId[]
  /** There was no time for all of them. */
  has_more: boolean
  error: string | null
}

export type Asking = {
  gateway: Pick<PaymentGateway, "resendCallback">
  logger: Pick<Logger, "info" | "warn">
  memory: OpenMemory
  dry_run: boolean
  /** Milliseconds since 1970. */
  now: number
  ends_at: number
}

/**
 * Asks for the callbacks of payments that nobody knows: our own first, then the newest, and whom nobody
 * answered for within the last week not at all. However many another shop on the login has, ours gets its
 * turn the same night. A payment that can't be asked for stands alone.
 */
export const askForCallbacks = async (unknown: Unknown[], asking: Asking): Promise<AskedFor> => {
  const { gateway, logger, memory, dry_run, now, ends_at } = asking
  const { value } = memory
  const known = wasAsked(value.asked)
  const due = unknown
    .filter(({ external_id, isOurs }) => isOurs || !known(external_id))
    .sort(oursThenNewest)
  const most = Math.max(leftToAsk(value.asked, now), due.filter(({ isOurs }) => isOurs).length)
  if (due.length > most) {
    logger.warn(
      `rozetkapay: ${due.length} payments in RozetkaPay's ledgers are unknown here; the newest ${most} are asked for today`,
    )
  }
  const announced: ExternalId[] = []
  let lost: ExternalId[] = []
  const remember = (external_id?: ExternalId) => {
    value.asked = withUnanswered(value.asked, lost, now)
    if (external_id) value.asked = withAsked(value.asked, [external_id], now)
    lost = []
  }
  for (const [index, { external_id }] of due.slice(0, most).entries()) {
    if (Date.now() >= ends_at) return { announced, has_more: true, error: null }
    if (dry_run) {
      announced.push(external_id)
      continue
    }
    const pause = sleep(PACE)
    try {
      await gateway.resendCallback(external_id)
      announced.push(external_id)
      remember(external_id)
    } catch (error) {
      const message = errorMessage(error)
      if (isRefused(error)) remember(external_id)
      else lost.push(external_id)
      if (lost.length >= LOST_IN_A_ROW || isWrongKeys(error)) {
        return { announced, has_more: false, error: message }
      }
      logger.info(
        `rozetkapay: unknown to the store, and its callback can't be had: ${external_id}: ${message}`,
      )
    }
    if (index % SAVE_EVERY === SAVE_EVERY - 1) await memory.save()
    await pause
  }
  remember()
  return { announced, has_more: false, error: null }
}

/** Ids of Medusa's sessions grow with time. */
const oursThenNewest = (a: Unknown, b: Unknown): number =>
  Number(b.isOurs) - Number(a.isOurs) || (a.external_id < b.external_id ? 1 : -1)

const isRefused = (error: unknown): boolean =>
  error instanceof RozetkaPayError && error.kind === "rejected" && !error.isWrongKeys

const isWrongKeys = (error: unknown): boolean =>
  error instanceof RozetkaPayError && error.isWrongKeys
