import { MedusaError, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { errorMessage } from "../../log/error-message"
import { endLease, holdLease, type Lease } from "../../medusa-store/lease"

/**
 * Milliseconds. After this a run begins nothing more: the next one goes on. A lease is renewed for longer
 * (lease.ts), by more than the slowest payment takes, so no run ever outlasts its lock.
 */
const RUN_LASTS = 10 * 60_000

export type Run = {
  lease: Lease
  /** Milliseconds since 1970. */
  began_at: number
  /** Milliseconds since 1970. */
  ends_at: number
}

const UNDER_WAY = "another run is under way"

/** Whether a run was turned away because another one, here or in another instance, has its turn. */
export const isUnderWay = (error: unknown): boolean => errorMessage(error).includes(UNDER_WAY)

export const beginRunStepId = "rozetkapay-begin-run"

/**
 * The turn of one run, kept while this process works: a second one is let in only when it has ended or crashed.
 *
 * @throws CONFLICT at once when it is another's: there is no need to wait for work that is being done.
 */
export const beginRunStep = createStep(
  beginRunStepId,
  async (key: string, { container }) => {
    const began_at = Date.now()
    const ends_at = began_at + RUN_LASTS
    const lease = await holdLease(container.resolve(Modules.LOCKING), key, 0).catch((error) => {
      throw isCaptured(error, key) ? underWay(key) : error
    })
    return new StepResponse<Run, Lease>({ lease, began_at, ends_at }, lease)
  },
  async (lease, { container }) => {
    if (lease) await endLease(container.resolve(Modules.LOCKING), lease)
  },
)

/** Medusa's lock providers say it in different words, but name the key; a lost connection to them is something else. */
const isCaptured = (error: unknown, key: string): boolean => {
  const message = errorMessage(error)
  return /lock/i.test(message) && message.includes(key)
}

const underWay = (key: string) =>
  new MedusaError(
    MedusaError.Types.CONFLICT,
    `Failed to acquire lock for key "${key}": ${UNDER_WAY}`,
  )
