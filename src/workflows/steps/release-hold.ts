import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { Books } from "./read-books"
import { tell } from "./tell"

export const releaseHoldStepId = "rozetkapay-release-hold"

/**
 * Lets go what is still on hold for a cancelled order. The core never does this
 * after a partial capture, and swallows the error when it tries and fails.
 * Medusa's own cancel calls the provider, which releases all that is held.
 *
 * @throws when RozetkaPay did not release it: it is tried again with the next settling.
 */
export const releaseHoldStep = createStep(
  releaseHoldStepId,
  async (books: Books | null, { container }) => {
    const action = books?.actions.find((one) => one.do === "release_hold")
    if (!books?.payment_id || !action) return new StepResponse(void 0)
    await container.resolve(Modules.PAYMENT).cancelPayment(books.payment_id)
    await tell(container, books, "rozetkapay.hold.released", action.amount, "order_canceled")
    return new StepResponse(void 0)
  },
)
