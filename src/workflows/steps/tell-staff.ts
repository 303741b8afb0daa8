import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ringBell } from "../../attention/bell"
import { troubleRows } from "../../medusa-store/trouble-rows"

export const tellStaffStepId = "rozetkapay-tell-staff"

/** After a run, of what needs attention: what it has noted, and what the store's rows show by now. Fails nothing. */
export const tellStaffStep = createStep(
  tellStaffStepId,
  async ({ dry_run }: { dry_run: boolean }, { container }) => {
    if (!dry_run) {
      await troubleRows.renew(container).catch(() => undefined)
      await ringBell(container)
    }
    return new StepResponse(null)
  },
)
