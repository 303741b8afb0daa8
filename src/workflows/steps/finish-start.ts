import type { PaymentSessionDTO } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { findProvider } from "../../gateway-provider/find-provider"
import { readSessionData } from "../../gateway-provider/session-data"
import type { Books } from "./read-books"

/** Milliseconds. Longer than starting a payment may take; a session this old is started by nobody any more. */
const NOBODY_STARTS_AFTER = 60_000

export const finishStartStepId = "rozetkapay-finish-start"

/**
 * A card that is charged in the store is charged while Medusa still writes the
 * session. When the process ended in between, the money is there and the session
 * does not know whose payment it is; RozetkaPay's signed callback does. Its marks
 * are written where the provider's answer would have been, so that the session can
 * be authorized as any other. Nothing to compensate: it is true whatever follows.
 */
export const finishStartStep = createStep(
  finishStartStepId,
  async (books: Books | null, { container }): Promise<StepResponse<null>> => {
    if (books?.startWasCutOff && books.actions.some(needsSession)) {
      const { marks, situation } = books
      const found = await findProvider(container, marks.provider_id)
      await found?.provider.finishStart(marks, situation.gateway.paymentId)
    }
    return new StepResponse(null)
  },
)

const needsSession = (action: Books["actions"][number]) =>
  action.do === "place_order" || action.do === "authorize"

/** Whether a session's data are still its client's, and nobody is about to replace them. */
export const isStartCutOff = ({
  data,
  created_at,
}: Pick<PaymentSessionDTO, "data" | "created_at">): boolean =>
  readSessionData(data) === null &&
  created_at !== undefined &&
  Date.now() - new Date(created_at).getTime() > NOBODY_STARTS_AFTER
