import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { Days } from "../../../../admin-client/days"
import { readPeriod } from "../period"
import { daysOfPeriod, MOST_DAYS } from "./days-of-period"

/** Both ledgers day by day (`?provider_id=&from=&to=`, at most 14, in Kyiv's time), and each difference with its order. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<Days>,
): Promise<void> => {
  const asked = await readPeriod(req.scope, req.query, MOST_DAYS)
  res.json(await daysOfPeriod(req.scope, asked))
}
