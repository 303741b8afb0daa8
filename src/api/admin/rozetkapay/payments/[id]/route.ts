import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type PaymentForStaff, paymentForStaff } from "./payment-for-staff"

/**
 * A payment as RozetkaPay shows it: its sums, each attempt and movement, the receipt. Like all of
 * `/admin`, for logged-in admins and secret API keys only.
 *
 * 200 with decimals in the major unit; 404 no such payment; 400 with a sentence when RozetkaPay does
 * not answer.
 */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<PaymentForStaff>,
): Promise<void> => {
  res.json(await paymentForStaff(req.scope, req.params.id ?? ""))
}
