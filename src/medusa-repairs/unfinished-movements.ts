import { setTimeout as sleep } from "node:timers/promises"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError, Modules } from "@medusajs/framework/utils"
import type { MovementRow, TransactionsOf } from "../core/movement-row"
import {
  besideTransactions,
  isBeingWritten,
  isInterrupted,
  type Movement,
  readOrderTransactions,
} from "./order-transactions"

/** Milliseconds. An admin's request rarely takes longer; RozetkaPay calls again when it does. */
const LONGEST_WAIT = 10_000
const LOOK_EVERY = 100

/**
 * A capture's or refund's row stands before RozetkaPay is asked. One that is being
 * written may yet be taken back, and its order can't take a second change
 * meanwhile: it is waited for. One that a crash has cut off is taken back: what
 * RozetkaPay has of it is then recorded like anything else that it has.
 *
 * @param rows as the ledgers show them: when nothing is open there, they need not be read again.
 * @returns whether anything was open: the ledgers are then to be read again.
 * @throws when it takes too long: call again.
 */
export const finishMovements = async (
  container: MedusaContainer,
  of: TransactionsOf,
  rows: MovementRow[],
): Promise<boolean> => {
  if (rows.length === 0) return false
  const inTransactions = await besideTransactions(container, of, rows)
  if (!inTransactions.movements.some((one) => isBeingWritten(one) || isInterrupted(one)))
    return false

  const deadline = Date.now() + LONGEST_WAIT
  for (;;) {
    const { movements } = await readOrderTransactions(container, of)
    if (!movements.some(isBeingWritten)) {
      const interrupted = movements.filter(isInterrupted)
      for (const movement of interrupted) await takeBack(container, movement)
      return true
    }
    if (Date.now() > deadline) {
      throw new MedusaError(
        MedusaError.Types.UNEXPECTED_STATE,
        `A capture or refund of payment ${of.payment_id} is being written by another request.`,
      )
    }
    await sleep(LOOK_EVERY)
  }
}

const takeBack = async (container: MedusaContainer, { kind, id, amount }: Movement) => {
  const payments = container.resolve(Modules.PAYMENT)
  if (kind === "capture") await payments.deleteCaptures([id])
  else await payments.deleteRefunds([id])
  container
    .resolve(ContainerRegistrationKeys.LOGGER)
    .warn(
      `rozetkapay: ${kind} ${id} of ${amount} was interrupted; it is recorded anew if RozetkaPay has it, otherwise it was not made`,
    )
}
