import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { shopperLanguage } from "../../../../../messages/language"
import { asCsvFile } from "../../csv"
import { readPeriod } from "../../period"
import { daysOfPeriod, MOST_DAYS } from "../days-of-period"
import { daysCsv } from "./days-csv"

/** The differences as a table, in Ukrainian or English, as `Accept-Language` prefers. */
export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> => {
  const asked = await readPeriod(req.scope, req.query, MOST_DAYS)
  const days = await daysOfPeriod(req.scope, asked)
  const { from, to } = asked.period
  const language = shopperLanguage(req.get("accept-language"))
  asCsvFile(res, `days_${asked.id}_${from}_${to}`).send(daysCsv(days, language))
}
