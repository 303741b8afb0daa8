import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { oneLine } from "../../payments/one-line"
import type { Books } from "./read-books"

export const reportUnclearStepId = "rozetkapay-report-unclear"

/**
 * RozetkaPay's answer can't be counted, and asking again in a moment would not help: nothing is
 * done, its callback is not asked for again, and the reconcile job looks in its own time. Only a
 * person can tell what it means, so it must not stay silent.
 */
export const reportUnclearStep = createStep(
  reportUnclearStepId,
  async (books: Books | null, { container }) => {
    const report = books?.actions.find((action) => action.do === "report_unclear")
    if (!books || !report) return new StepResponse(void 0)
    const { provider_id, external_id } = books.marks
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(
        `rozetkapay: RozetkaPay's answer about a payment can not be understood, so nothing is done with it; please look at it in RozetkaPay's cabinet provider_id=${provider_id} session_id=${external_id}: ${oneLine(report.problem)}`,
      )
    return new StepResponse(void 0)
  },
)
