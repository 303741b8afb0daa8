import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { z } from "zod"
import { codeOf } from "../../../../errors"
import { errorMessage } from "../../../../log/error-message"
import { shopperLanguage } from "../../../../messages/language"
import { offersInstalments } from "../../../../provider/capabilities"
import { chosenProvider } from "../../../../provider/chosen-provider"
import { moneyAsked } from "./money-asked"

const named = z.object({ provider_id: z.string().max(100).optional() }).catch({})

/**
 * The banks that sell by instalments, beside what a cart costs (`cart_id`) or an `amount` with its
 * `currency_code` (UAH when left out): `{ banks: [{ bank, name, product_name, logo_url, needs_phone, periods: [{
 * parts, monthly, last, fee }], min, max, available, reason }] }`. Amounts are decimals in the major unit; of
 * `parts` payments all are `monthly` but the `last`. `fee` is the merchant's, and never the shopper's.
 * `provider_id` when the store has several such providers.
 *
 * Public, and asked of RozetkaPay once in minutes. 503 with a sentence while nothing is known of the banks.
 */
export const GET = async (req: MedusaRequest, res: MedusaResponse): Promise<void> => {
  const { provider_id } = named.parse(req.query)
  const { provider } = await chosenProvider(req.scope, offersInstalments, provider_id)
  const language = shopperLanguage(req.get("accept-language"), provider.options.locale)
  const money = await moneyAsked(req.scope, req.query)
  // What a cart costs, and in which language, changes from one request to the next.
  res.set("Cache-Control", "no-store")
  try {
    res.json({ banks: await provider.instalmentsOf(money, language) })
  } catch (error) {
    const code = codeOf(error)
    if (code !== "no_answer") throw error
    res.status(503).json({ type: "unavailable", code, message: errorMessage(error) })
  }
}
