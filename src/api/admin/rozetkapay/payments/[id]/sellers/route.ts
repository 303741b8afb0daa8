import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type PaymentOfSellers, sellersOfPayment } from "./sellers-of-payment"

/**
 * Which seller has what of a payment to several. Like all of `/admin`, for logged-in admins and
 * secret API keys only.
 *
 * 200 with decimals in the major unit; 404 no such payment, or one that has no sellers; 400 with a
 * sentence when RozetkaPay does not answer.
 */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<PaymentOfSellers>,
): Promise<void> => {
  res.json(await sellersOfPayment(req.scope, req.params.id ?? ""))
}
