import type { MedusaContainer, PaymentSessionDTO } from "@medusajs/framework/types"
import { type MedusaError, Modules } from "@medusajs/framework/utils"
import { isPositive, moneyOf } from "../../core/money"
import { hasMoney, isExactly } from "../../core/plan"
import { storeLedger } from "../../core/store-ledger"
import { shopperError } from "../../errors"
import type { ShopperLanguage } from "../../messages/language"
import { findProvider } from "../../provider/find-provider"
import { readSessionData } from "../../provider/session-data"
import { SYNC_PAYMENT } from "../../provider/workflow-ids"
import { outstandingOf } from "../../sync/outstanding"
import { purposeOf } from "../../sync/purpose"

/** More tries than any shopper's browsers open at one instant. */
const MOST_TRIES = 10

/**
 * A purchase that is paid can't be opened or charged again. Medusa would delete the session that pays
 * while the next one is charged, or declined: the payment would go back, and its order be lost. After a
 * crash between the order and its Payment that session is all that leads the money to the order. Asked
 * before Medusa touches anything, of every try, whichever of our providers it was made by.
 *
 * While RozetkaPay does not say, a cart goes on: of two payments one goes back. An order does not.
 *
 * @throws MedusaError 400 with a sentence for the shopper; nothing was charged
 */
export const requirePayable = async (
  container: MedusaContainer,
  payment_collection_id: string,
  language: ShopperLanguage,
): Promise<void> => {
  const sessions = await container
    .resolve(Modules.PAYMENT)
    .listPaymentSessions(
      { payment_collection_id },
      { relations: ["payment.captures", "payment.refunds"] },
    )
  if (sessions.length === 0) return
  // Medusa deletes the others with each that it opens: so many are somebody's flood, and each costs a call.
  if (sessions.length > MOST_TRIES) {
    throw shopperError("another_is_starting", language)
  }
  const { order_id } = await purposeOf(container, payment_collection_id)
  if (order_id && !(await isOutstanding(container, order_id)))
    throw shopperError("already_ordered", language)

  const written = sessions.find(({ payment }) => payment && hasMoney(storeLedger(payment)))
  if (written && !order_id) throw await paidAlready(container, written, language)
  const open = sessions.filter(({ payment, authorized_at }) => !payment && !authorized_at)
  const seen = await Promise.all(open.map((session) => lookAt(container, session)))
  const paid = seen.find((one) => one.is === "paid")
  if (paid) {
    const { provider_id, external_id } = paid
    throw await paidAlready(container, { provider_id, id: external_id }, language)
  }
  if (order_id && seen.some((one) => one.is === "unknown"))
    throw shopperError("already_ordered", language)
}

/** Its callback may have been lost, or placing its order cut off: nobody has to wait for the job. */
const paidAlready = async (
  container: MedusaContainer,
  { provider_id, id: external_id }: { provider_id: string; id: string },
  language: ShopperLanguage,
): Promise<MedusaError> => {
  await container.resolve(Modules.WORKFLOW_ENGINE).run(SYNC_PAYMENT, {
    input: { provider_id, external_id },
    throwOnError: false,
  })
  return shopperError("paid", language)
}

/** Whether there is something left to pay of an order. */
export const isOutstanding = async (
  container: MedusaContainer,
  order_id: string,
): Promise<boolean> => {
  const outstanding = await outstandingOf(container, order_id)
  return outstanding !== null && isPositive(outstanding)
}

type Seen =
  | { is: "unpaid" | "unknown" | "not_ours" }
  | { is: "paid"; provider_id: string; external_id: string }

const lookAt = async (
  container: MedusaContainer,
  { id, provider_id, data, amount, currency_code }: PaymentSessionDTO,
): Promise<Seen> => {
  const found = await findProvider(container, provider_id)
  if (!found) return { is: "not_ours" }
  const own = readSessionData(data)
  if (own?.external_id !== id) return { is: "unknown" }
  const { provider } = found
  const ledger = await provider.ledger(provider.reference(own)).catch(() => null)
  if (!ledger) return { is: "unknown" }
  return isExactly(ledger, moneyOf(amount, currency_code))
    ? { is: "paid", provider_id, external_id: id }
    : { is: "unpaid" }
}
