import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { shopperLanguage } from "../../../../../messages/language"
import { asCsvFile } from "../../csv"
import { readPeriod } from "../../period"
import { MOST_DAYS, payoutsOfPeriod } from "../payouts-of-period"
import { payoutsCsv } from "./payouts-csv"

/** The same as one table for the accountant, in Ukrainian or English, as `Accept-Language` prefers. */
export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> => {
  const asked = await readPeriod(req.scope, req.query, MOST_DAYS)
  const payouts = await payoutsOfPeriod(req.scope, asked)
  const { from, to } = asked.period
  const language = shopperLanguage(req.get("accept-language"))
  asCsvFile(res, `payouts_${asked.id}_${from}_${to}`).send(payoutsCsv(payouts, language))
}
