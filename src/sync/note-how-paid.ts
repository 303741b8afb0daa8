import { errorMessage } from "../log/error-message"
import { oneLine } from "../log/one-line"
import type { Try } from "./snapshot"
import type { Store } from "./store"

/**
 * Notes in a Payment how it was paid, by what its ledger's reading told anyway: staff find it by that. After
 * all money is where it belongs; a note that can't be written now is written by the next sync.
 */
export const noteHowPaid = async (
  store: Store,
  { payment_id, howPaidNews, terms }: Try,
): Promise<void> => {
  if (!payment_id || !howPaidNews) return
  await store.noteHowPaid(payment_id, howPaidNews).catch((error: unknown) => {
    store.log.warn(
      `rozetkapay: it could not be noted how a payment was paid, so searching does not find it by that session_id=${terms.external_id}: ${oneLine(errorMessage(error))}`,
    )
  })
}
