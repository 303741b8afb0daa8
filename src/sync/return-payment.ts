import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import { held, kept } from "../core/ledger"
import { type Amount, isPositive, plus } from "../core/money"
import type { Action } from "../core/plan"
import { findProvider } from "../provider/find-provider"
import { moveMoney } from "../provider/send-movement"
import type { Applied } from "./apply"
import { aloneWithCart } from "./cart-lease"
import { tell } from "./emit-event"
import { refundOrderPayment } from "./refund-order-payment"
import { RETURNING_NOTE } from "./session-notes"
import { type Books, readSnapshot } from "./snapshot"

/** Its refunds' author. */
const AUTHOR = "rozetkapay-give-back"

/**
 * Returns money that has no order: releases what is held, refunds what was taken.
 *
 * While a cart is being completed its order exists before its Payment does, which
 * looks exactly like "paid otherwise". So the cart is locked, the purchase is read
 * again, and only what the plan still says then is done. Sending only what is due
 * makes it happen once, however often it is tried.
 *
 * @throws when RozetkaPay did not do it (or did not say so): the callback must come again.
 */
export const giveBack = async (container: MedusaContainer, books: Books): Promise<Applied> => {
  const key = books.cart_id ?? `${AUTHOR}:${books.marks.external_id}`
  return aloneWithCart(container, key, () => lookAgainAndReturn(container, books))
}

const lookAgainAndReturn = async (
  container: MedusaContainer,
  { marks, situation: before }: Books,
): Promise<Applied> => {
  const { provider_id, external_id } = marks
  const [found, now] = await Promise.all([
    findProvider(container, provider_id),
    readSnapshot(container, {
      provider_id,
      external_id,
      order_failed: before.orderFailed ? [external_id] : [],
    }),
  ])
  const books = now?.own
  const action = books?.actions.find(isGiveBack)
  if (!books || !action || !found) return {}
  const { provider } = found

  if (books.payment_id) {
    await returnThroughMedusa(container, books, books.payment_id, action)
  } else {
    // Whatever the books show: what the store has a Payment of goes Medusa's way, or not at all.
    const [overlooked] = await container
      .resolve(Modules.PAYMENT)
      .listPayments({ payment_session_id: external_id })
    if (overlooked) {
      throw new MedusaError(
        MedusaError.Types.UNEXPECTED_STATE,
        `The payment ${external_id} has a Payment by now: it is looked at again.`,
      )
    }
    // Should this process end in between, the rest is known to be on its way back.
    await provider.records.noteOnSession(external_id, RETURNING_NOTE)
    const payment = provider.reference(books.marks)
    await moveMoney(provider, "release", payment, held)
    await moveMoney(provider, "giveBack", payment, kept)
  }
  const rest = plus(action.hold, action.charge)
  // What an earlier try gave back was not told: its error came first. With a Payment it was recorded.
  const amount = books.payment_id ? rest : plus(rest, goneBefore(books))
  await tell(
    container,
    books,
    "rozetkapay.payment.returned",
    amount,
    action.reason,
    action.reason === "order_failed" ? books.failure : null,
  )
  return { returned: action.reason }
}

const goneBefore = ({ situation: { gateway } }: Books): Amount =>
  plus(gateway.released, gateway.returned)

/** Medusa has a Payment: its own book must show the return, so it goes the way of an admin's. */
const returnThroughMedusa = async (
  container: MedusaContainer,
  { order_id, situation }: Books,
  payment_id: string,
  { hold, charge }: GiveBack,
) => {
  if (isPositive(charge)) {
    await refundOrderPayment(
      container,
      { payment_id, order_id, currency: situation.gateway.currency },
      charge,
      { note: "No order could be placed", created_by: AUTHOR },
    )
  }
  if (isPositive(hold)) await container.resolve(Modules.PAYMENT).cancelPayment(payment_id)
}

type GiveBack = Extract<Action, { do: "give_back" }>

const isGiveBack = (action: Action): action is GiveBack => action.do === "give_back"
