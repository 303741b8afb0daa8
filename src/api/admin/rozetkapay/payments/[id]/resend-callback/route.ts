import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { asMedusaError } from "../../../../../../provider/payment-errors"
import { findOwnPayment } from "../../../../../../workflows/steps/find-own-payment"
import { noted } from "../note-of-staff"

/**
 * Asks RozetkaPay to send this payment's callback once more. No body; repeating it is harmless, since a
 * callback only has the payment synced.
 *
 * 202 when RozetkaPay has accepted it; 404 no payment of this plugin's; 400 with a code and a sentence when
 * it did not.
 */
export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<{ asked: true }>,
): Promise<void> => {
  await noted(req, "resend_callback", async () => {
    const { provider, data } = await findOwnPayment(req.scope, req.params.id ?? "")
    const { externalId, orders } = provider.reference(data)
    await provider.gateway.resendCallback(externalId, orders).catch((error: unknown) => {
      throw asMedusaError(error)
    })
  })
  res.status(202).json({ asked: true })
}
