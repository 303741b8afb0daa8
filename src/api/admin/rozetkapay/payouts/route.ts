import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { Payouts } from "../../../../admin-client/payouts"
import { readPeriod } from "../period"
import { MOST_DAYS, payoutsOfPeriod } from "./payouts-of-period"

/** What RozetkaPay paid out on these days (`?provider_id=&from=&to=`, at most 31), payment by payment beside the store's. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<Payouts>,
): Promise<void> => {
  const asked = await readPeriod(req.scope, req.query, MOST_DAYS)
  res.json(await payoutsOfPeriod(req.scope, asked))
}
