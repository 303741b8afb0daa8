import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { zero } from "../../payments/money"
import type { Books } from "./read-books"
import { tell } from "./tell"

export const reportDeclineStepId = "rozetkapay-report-decline"

/** A refused attempt moved no money; the session stays open for the next. */
export const reportDeclineStep = createStep(
  reportDeclineStepId,
  async (books: Books | null, { container }) => {
    const report = books?.actions.find((action) => action.do === "report_decline")
    if (!books || !report) return new StepResponse(void 0)
    const { decline } = report
    const { session, gateway } = books.situation
    const reason = [decline.code, decline.description].filter(Boolean).join(": ") || "refused"
    await tell(
      container,
      books,
      "rozetkapay.payment.failed",
      session?.amount ?? zero(gateway.currency),
      reason,
    )
    return new StepResponse(void 0)
  },
)
