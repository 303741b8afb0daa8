import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  type SellerMoney,
  sellersOfPayment,
} from "../../../../../../marketplace/sellers-of-payment"

/**
 * Which seller has what of a payment to several. Like all of `/admin`, for logged-in admins and
 * secret API keys only.
 *
 * 200 with decimals in the major unit; 404 no such payment, or one that has no sellers; 400 with a
 * sentence when RozetkaPay does not answer.
 */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<{ payment_id: string; currency_code: string; sellers: SellerMoney[] }>,
): Promise<void> => {
  const payment_id = req.params.id ?? ""
  res.json({ payment_id, ...(await sellersOfPayment(req.scope, payment_id)) })
}
