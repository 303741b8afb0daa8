import { sessionOf } from "../core/external-id"
import { held } from "../core/ledger"
import { exceeds, isPositive, missing } from "../core/money"
import { staffError } from "../errors"
import { closeSession } from "../medusa-repairs/open-sessions"
import { MOVEMENT_WORDS } from "../messages/staff"
import { hookContext } from "./hook-context"
import { moveMoney } from "./move-money"
import type { PaymentReference } from "./payment-gateway"
import { receiptLines } from "./receipt-lines"
import { REMEMBERED_FOR } from "./recent-events"
import type { MovementSender } from "./send-movement"
import type { StoreRecords } from "./store-records"

/** What of the provider gives up a hold: of the store's rows what it reads, and its session, which it closes. */
export interface HoldGiver extends MovementSender {
  readonly records: Pick<StoreRecords, "authorized" | "captured" | "collectionOf" | "rows">
}

/**
 * Gives up whatever is still on hold of a Payment of Medusa's.
 *
 * A canceled Payment takes no captures any more. So one that the gateway shows and the store does
 * not know has to be recorded first: syncing does so, and returns it when the order is cancelled. Of one that is
 * canceled by now none can be recorded: staff are told of what was captured, and what is still held goes.
 *
 * @throws MedusaError a sentence for the admin: nothing, or not all, was given up
 */
export const giveUpHold = async (
  provider: HoldGiver,
  payment: PaymentReference,
  paymentId: string,
): Promise<void> => {
  const { records } = provider
  const isRecorded = hookContext().recordedCancel === payment.externalId
  let isCaptured = false
  await moveMoney(provider, "cancel", payment, async (ledger) => {
    // Older than the Payment: a hold that it does not show yet would be taken for one that is gone.
    const written = await records.authorized(paymentId)
    const isYoung = Date.now() - written.writtenAt <= REMEMBERED_FOR
    if (exceeds(written.amount, ledger.authorized) && (isYoung || isPositive(ledger.authorized)))
      throw staffError("nothing_paid", { what: MOVEMENT_WORDS.cancel })
    isCaptured = isPositive(ledger.captured)
    const known = payment.twoStep
      ? await records.captured(paymentId, ledger.currency)
      : ledger.captured
    if (!written.isCanceled && exceeds(ledger.captured, known))
      throw staffError("captured_elsewhere", {
        amount: `${missing(ledger.captured, known)} ${ledger.currency}`,
      })
    if (isRecorded && isPositive(held(ledger))) throw staffError("moved_meanwhile")
    const lines = receiptLines(provider, payment, () => records.collectionOf(paymentId), null)
    return { amount: held(ledger), wanted: null, lines }
  })
  // When placing an order fails, the core cancels its Payment but would complete the cart with the same session again.
  if (!isCaptured) await closeSession(records.rows, sessionOf(payment.externalId))
}
