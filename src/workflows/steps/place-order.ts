import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { completeCartWorkflowId, deletePaymentSessionsWorkflow } from "@medusajs/medusa/core-flows"
import { findProvider } from "../../gateway-provider/find-provider"
import { isPositive, plus } from "../../payments/money"
import { type Books, readBooks } from "./read-books"

/** `failed`: this cart can never become an order with this payment; the money must go back. */
export type PlacedOrder = { order_id: string; failed: null } | { order_id: null; failed: string }

/**
 * Errors of the shopper's or the merchant's making: asking again changes nothing.
 * Anything else may pass, a failed authorization too: the plan has seen the money,
 * and the core calls a database that broke down meanwhile by the same name.
 */
const FINAL: string[] = [
  MedusaError.Types.INVALID_DATA,
  MedusaError.Types.NOT_ALLOWED,
  MedusaError.Types.NOT_FOUND,
  MedusaError.Types.INVALID_ARGUMENT,
]

export const placeOrderStepId = "rozetkapay-place-order"

/**
 * Completes the cart that the payment is for, at once. Medusa's own workflow is
 * idempotent by cart and undoes itself (and the payment) when it fails: there is
 * nothing left to compensate here.
 *
 * @throws when it failed for a reason that may pass; the callback is then asked for again.
 */
export const placeOrderStep = createStep(
  placeOrderStepId,
  async (books: Books | null, { container }): Promise<StepResponse<PlacedOrder | null>> => {
    if (!books?.cart_id || !books.actions.some((action) => action.do === "place_order")) {
      return new StepResponse(null)
    }
    const { cart_id, payment_collection_id, marks, situation } = books

    await leaveOnlySession(container, marks.external_id, payment_collection_id)
    const found = await findProvider(container, marks.provider_id)
    found?.provider.readings.handOver(marks.external_id, situation.gateway)

    const engine = container.resolve(Modules.WORKFLOW_ENGINE)
    const { errors, result, transaction } = await engine
      .run(completeCartWorkflowId, { input: { id: cart_id }, throwOnError: false })
      // Failed before it was needed, it must not authorize a later try: the money may be gone by then.
      .finally(() => found?.provider.readings.take(marks.external_id))
    const error = errors?.[0]?.error
    if (!error && transaction.hasFinished()) {
      return new StepResponse({ order_id: result.id, failed: null })
    }
    const message: string = error?.message ?? "another request is completing the cart"
    const isFinal = error && FINAL.includes(error.type)
    if (!isFinal && !(await isUndone(container, books))) {
      throw new MedusaError(
        MedusaError.Types.UNEXPECTED_STATE,
        `The order could not be placed now: ${message}`,
      )
    }
    return new StepResponse({ order_id: null, failed: message })
  },
)

/**
 * Medusa returns the money of a failed order by itself, whatever the reason was.
 * Then nothing is left to try again with; it only remains to be said.
 */
const isUndone = async (container: MedusaContainer, { marks }: Books): Promise<boolean> => {
  const { provider_id, external_id } = marks
  const now = await readBooks(container, { provider_id, external_id })
  const gateway = now?.situation.gateway
  return gateway !== undefined && isPositive(plus(gateway.released, gateway.returned))
}

/**
 * Two session requests at once leave two sessions, and Medusa completes a cart
 * with the first, paid or not. The paid one must be the only one; should the
 * other be paid as well, its money is given back as orphaned.
 */
const leaveOnlySession = async (
  container: MedusaContainer,
  sessionId: string,
  payment_collection_id: string | null,
) => {
  if (!payment_collection_id) return
  const sessions = await container
    .resolve(Modules.PAYMENT)
    .listPaymentSessions({ payment_collection_id }, { relations: ["payment"] })
  // Gone meanwhile: Medusa may keep the others.
  if (!sessions.some(({ id }) => id === sessionId)) return
  const others = sessions.filter((session) => session.id !== sessionId && !session.payment)
  if (others.length === 0) return
  await deletePaymentSessionsWorkflow(container).run({
    input: { ids: others.map((session) => session.id) },
  })
}
