import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { capturePaymentWorkflow } from "@medusajs/medusa/core-flows"
import { findProvider } from "../../gateway-provider/find-provider"
import { RECORDER } from "../../payments/store-ledger"
import { refundOrderPayment } from "../refund-order-payment"
import type { Books } from "./read-books"
import { tell } from "./tell"

export const recordMovementsStepId = "rozetkapay-record-movements"

/**
 * Writes into Medusa what was done at the gateway but not by the store: in
 * RozetkaPay's cabinet, by the bank, or by us with the answer lost. Medusa's own
 * workflows keep the order's totals right and call the provider, which sends
 * nothing for what is only recorded.
 *
 * Not compensated: it happened.
 */
export const recordMovementsStep = createStep(
  recordMovementsStepId,
  async (books: Books | null, { container }) => {
    if (!books?.payment_id) return new StepResponse(void 0)
    const { payment_id, order_id, situation } = books
    for (const action of books.actions) {
      switch (action.do) {
        case "record_capture":
          await capturePaymentWorkflow(container).run({
            input: { payment_id, amount: action.amount, captured_by: RECORDER },
          })
          await tell(
            container,
            books,
            "rozetkapay.capture.recorded",
            action.amount,
            "made_elsewhere",
          )
          break
        case "record_refund":
          await refundOrderPayment(
            container,
            { payment_id, order_id, currency: situation.gateway.currency },
            action.amount,
            { note: NOTE, created_by: RECORDER },
          )
          await tell(
            container,
            books,
            "rozetkapay.refund.recorded",
            action.amount,
            "made_elsewhere",
          )
          break
        case "record_release":
          await recordRelease(container, books.marks, payment_id)
          await tell(container, books, "rozetkapay.hold.released", action.amount, "made_elsewhere")
          break
        default:
          break
      }
    }
    return new StepResponse(void 0)
  },
)

const recordRelease = async (
  container: MedusaContainer,
  { provider_id, external_id }: Books["marks"],
  payment_id: string,
) => {
  const found = await findProvider(container, provider_id)
  await found?.provider.recordRelease(external_id, () =>
    container.resolve(Modules.PAYMENT).cancelPayment(payment_id),
  )
}

const NOTE = "Made at RozetkaPay, recorded by medusa-payment-rozetkapay"
