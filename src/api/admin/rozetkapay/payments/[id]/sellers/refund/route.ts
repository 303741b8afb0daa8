import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { refundOfSellers } from "../../../../../../../marketplace/move-of-sellers"
import {
  type SellerMoney,
  sellersOfPayment,
} from "../../../../../../../marketplace/sellers-of-payment"

/**
 * Gives back the named parts of what was taken for the sellers:
 * `{ "sellers": { "<key>": "10.00" }, "note"?: "…" }`. Medusa's own
 * refund takes an amount only, and spreads it by rule.
 *
 * 200 with what each seller has then; 404 and 400 as for the sellers themselves; 400 with a sentence
 * when it was not given back.
 */
export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<{ payment_id: string; currency_code: string; sellers: SellerMoney[] }>,
): Promise<void> => {
  const payment_id = req.params.id ?? ""
  await refundOfSellers(req.scope, payment_id, req.body, req.auth_context.actor_id)
  res.json({ payment_id, ...(await sellersOfPayment(req.scope, payment_id)) })
}
