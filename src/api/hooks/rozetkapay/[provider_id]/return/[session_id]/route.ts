import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { answerReturningShopper } from "../../../../../shopper-return/answer-returning-shopper"

/**
 * RozetkaPay's `result_url`: the shopper's browser comes back here. Syncs, then
 * redirects to the storefront with the outcome.
 */
export const GET = (req: MedusaRequest, res: MedusaResponse): Promise<void> =>
  answerReturningShopper(req, res, ({ address }) => {
    res.redirect(302, address)
  })
