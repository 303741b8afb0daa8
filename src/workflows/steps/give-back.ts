import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { findProvider } from "../../gateway-provider/find-provider"
import { moveMoney } from "../../gateway-provider/move-money"
import { held, kept } from "../../payments/ledger"
import { type Amount, isPositive, plus } from "../../payments/money"
import type { Action, GiveBackReason } from "../../payments/plan"
import { type Books, readBooks } from "./read-books"
import { tell } from "./tell"

/** Seconds. The core may hold a cart for two minutes; a busy one is looked at again with the next callback. */
const WAIT_FOR_CART = 30

export const giveBackStepId = "rozetkapay-give-back"

/**
 * Returns money that has no order: releases what is held, refunds what was taken.
 *
 * While a cart is being completed its order exists before its Payment does, which
 * looks exactly like "paid otherwise". So the cart is locked, both books are read
 * again, and only what the plan still says then is done. Sending only what is due
 * makes it happen once, however often it is tried.
 *
 * @throws when RozetkaPay did not do it (or did not say so): the callback must come again.
 */
export const giveBackStep = createStep(
  giveBackStepId,
  async (books: Books | null, { container }): Promise<StepResponse<GiveBackReason | null>> => {
    if (!books) return new StepResponse(null)
    if (!books.actions.some(isGiveBack))
      return new StepResponse(await reportUndone(container, books))
    const locking = container.resolve(Modules.LOCKING)
    const key = books.cart_id ?? `rozetkapay-give-back:${books.marks.external_id}`
    const reason = await locking.execute(key, () => lookAgainAndReturn(container, books), {
      timeout: WAIT_FOR_CART,
    })
    return new StepResponse(reason)
  },
)

/** Medusa undoes a failed order itself, payment included: then it only remains to say so. */
const reportUndone = async (
  container: MedusaContainer,
  books: Books,
): Promise<GiveBackReason | null> => {
  const { orderFailed } = books.situation
  const undone = goneBefore(books)
  if (!orderFailed || !isPositive(undone)) return null
  await tell(container, books, "rozetkapay.payment.returned", undone, "order_failed")
  return "order_failed"
}

const goneBefore = ({ situation: { gateway } }: Books): Amount =>
  plus(gateway.released, gateway.returned)

const lookAgainAndReturn = async (
  container: MedusaContainer,
  { marks, situation }: Books,
): Promise<GiveBackReason | null> => {
  const found = await findProvider(container, marks.provider_id)
  const { provider_id, external_id } = marks
  const books = await readBooks(container, {
    provider_id,
    external_id,
    order_failed: situation.orderFailed,
  })
  const action = books?.actions.find(isGiveBack)
  if (!books || !action || !found) return null

  if (books.payment_id) {
    await returnThroughMedusa(container, books.payment_id, action)
  } else {
    const { provider } = found
    const payment = provider.reference(marks)
    await moveMoney(provider, "release", payment, held)
    await moveMoney(provider, "giveBack", payment, kept)
  }
  const rest = plus(action.hold, action.charge)
  // What an earlier try gave back was not told: its error came first. With a Payment it was recorded.
  const amount = books.payment_id ? rest : plus(rest, goneBefore(books))
  await tell(container, books, "rozetkapay.payment.returned", amount, action.reason)
  return action.reason
}

/** Medusa has a Payment: its own book must show the return, so it goes the way of an admin's. */
const returnThroughMedusa = async (
  container: MedusaContainer,
  payment_id: string,
  { hold, charge }: GiveBack,
) => {
  const payments = container.resolve(Modules.PAYMENT)
  if (isPositive(charge)) {
    await payments.refundPayment({ payment_id, amount: charge, note: "No order could be placed" })
  }
  if (isPositive(hold)) await payments.cancelPayment(payment_id)
}

type GiveBack = Extract<Action, { do: "give_back" }>

const isGiveBack = (action: Action): action is GiveBack => action.do === "give_back"
