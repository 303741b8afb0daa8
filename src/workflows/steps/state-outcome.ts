import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { type Outcome, outcomeOf } from "../../payments/outcome"
import type { GiveBackReason } from "../../payments/plan"
import type { Books } from "./read-books"

export type StateOutcomeInput = { after: Books | null; returned: GiveBackReason | null }

/** Where the shopper goes from here. */
export type Settlement = Outcome & Pick<Books, "cart_id" | "country_code">

export const stateOutcomeStepId = "rozetkapay-state-outcome"

/** @throws when the plan still wants an order placed: the books do not agree yet, so nobody may be told that they do. */
export const stateOutcomeStep = createStep(
  stateOutcomeStepId,
  async ({ after, returned }: StateOutcomeInput): Promise<StepResponse<Settlement | null>> => {
    if (!after) return new StepResponse(null)
    if (after.actions.some((action) => action.do === "place_order" || action.do === "authorize")) {
      throw new MedusaError(
        MedusaError.Types.UNEXPECTED_STATE,
        `The payment ${after.marks.external_id} has arrived, but its order is not placed yet.`,
      )
    }
    const { situation, order_id, cart_id, country_code } = after
    return new StepResponse({ ...outcomeOf(situation, order_id, returned), cart_id, country_code })
  },
)
