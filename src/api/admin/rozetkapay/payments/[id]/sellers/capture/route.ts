import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { captureOfSellers } from "../../../../../../../marketplace/move-of-sellers"
import {
  type SellerMoney,
  sellersOfPayment,
} from "../../../../../../../marketplace/sellers-of-payment"

/**
 * Captures the named parts of the sellers' holds: `{ "sellers": { "<key>": "10.00" } }`. Medusa's own
 * capture takes an amount only, and spreads it by rule.
 *
 * 200 with what each seller has then; 404 and 400 as for the sellers themselves; 400 with a sentence
 * when it was not captured.
 */
export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<{ payment_id: string; currency_code: string; sellers: SellerMoney[] }>,
): Promise<void> => {
  const payment_id = req.params.id ?? ""
  await captureOfSellers(req.scope, payment_id, req.body, req.auth_context.actor_id)
  res.json({ payment_id, ...(await sellersOfPayment(req.scope, payment_id)) })
}
