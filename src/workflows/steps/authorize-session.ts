import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { capturePaymentWorkflow } from "@medusajs/medusa/core-flows"
import { findProvider } from "../../gateway-provider/find-provider"
import { asAuthorized } from "../../payments/ledger"
import { type Books, readStore } from "./read-books"

/** Seconds. The core holds a cart while it places its order. */
const WAIT_FOR_CART = 30

export const authorizeSessionStepId = "rozetkapay-authorize-session"

/**
 * A payment whose Payment is all that is missing: a payment link of an order, a
 * flow of the store's own, or an order whose placing was cut off in between. Money
 * already taken is added to the order's transactions, which only Medusa's capture
 * workflow does.
 *
 * While an order is being placed it exists before its Payment too: the cart is
 * locked and the store is read again. Not compensated: the money did arrive.
 */
export const authorizeSessionStep = createStep(
  authorizeSessionStepId,
  async (books: Books | null, { container }): Promise<StepResponse<string | null>> => {
    if (!books?.actions.some(isAuthorize)) return new StepResponse(null)
    const { cart_id } = books
    const payment_id = cart_id
      ? await container
          .resolve(Modules.LOCKING)
          .execute(cart_id, () => lookAgainAndAuthorize(container, books), {
            timeout: WAIT_FOR_CART,
          })
      : await authorize(container, books)
    return new StepResponse(payment_id)
  },
)

const isAuthorize = (action: Books["actions"][number]) => action.do === "authorize"

const lookAgainAndAuthorize = async (container: MedusaContainer, { marks, situation }: Books) => {
  const books = await readStore(container, marks, marks, situation.gateway)
  return books.actions.some(isAuthorize) ? authorize(container, books) : books.payment_id
}

const authorize = async (
  container: MedusaContainer,
  { marks, situation }: Books,
): Promise<string | null> => {
  const found = await findProvider(container, marks.provider_id)
  // A Payment begins as it was paid; what became of the money since is recorded after it.
  found?.provider.readings.handOver(marks.external_id, asAuthorized(situation.gateway))
  const payment = await container
    .resolve(Modules.PAYMENT)
    .authorizePaymentSession(marks.external_id, {})
    .finally(() => found?.provider.readings.take(marks.external_id))
  if (payment?.captured_at) {
    await capturePaymentWorkflow(container).run({ input: { payment_id: payment.id } })
  }
  return payment?.id ?? null
}
