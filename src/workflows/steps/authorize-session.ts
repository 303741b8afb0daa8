import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { capturePaymentWorkflow } from "@medusajs/medusa/core-flows"
import { findProvider } from "../../providers/rozetkapay/find-provider"
import type { Books } from "./read-books"

export const authorizeSessionStepId = "rozetkapay-authorize-session"

/**
 * A payment that no cart waits for (a payment link of an order, a flow of the
 * store's own): the Payment is created, and money already taken is added to the
 * order's transactions, which only Medusa's capture workflow does.
 *
 * Not compensated: the money did arrive.
 */
export const authorizeSessionStep = createStep(
  authorizeSessionStepId,
  async (books: Books | null, { container }): Promise<StepResponse<string | null>> => {
    if (!books?.actions.some((action) => action.do === "authorize")) return new StepResponse(null)
    const { marks, situation } = books
    const found = await findProvider(container, marks.provider_id)
    found?.provider.readings.handOver(marks.external_id, situation.gateway)
    const payments = container.resolve(Modules.PAYMENT)
    const payment = await payments
      .authorizePaymentSession(marks.external_id, {})
      .finally(() => found?.provider.readings.take(marks.external_id))
    if (payment?.captured_at) {
      await capturePaymentWorkflow(container).run({ input: { payment_id: payment.id } })
    }
    return new StepResponse(payment?.id ?? null)
  },
)
