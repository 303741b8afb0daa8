import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { externalId } from "../../../../../../core/external-id"
import { storeIn } from "../../../../../../medusa-store/store-in"
import {
  type ReturnedUnexplained,
  returnUnexplained,
} from "../../../../../../sync/return-unexplained"
import { answerError, type ErrorAnswer, isToBeAnsweredHere } from "../../../../../answer-error"

/**
 * Returns money that the store can't place. No body.
 *
 * 200 with what was returned; 404 when it is not in the list any more; 400 with a sentence when RozetkaPay
 * did not do it, or the store has the payment by now; 409 while it is just being synced; 503 when its answer was lost: ask again.
 */
export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<ReturnedUnexplained | ErrorAnswer>,
): Promise<void> => {
  const store = storeIn(req.scope)
  const id = externalId(req.params.external_id ?? "")
  // No row stays of this money that could say whose decision it was.
  store.log.info(`rozetkapay: ${req.auth_context.actor_id} returns unexplained money of ${id}`)
  try {
    res.json(await returnUnexplained(store, id))
  } catch (error) {
    if (!isToBeAnsweredHere(error)) throw error
    answerError(res, error)
  }
}
