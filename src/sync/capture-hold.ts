import type { MedusaContainer } from "@medusajs/framework/types"
import { capturePaymentWorkflow } from "@medusajs/medusa/core-flows"
import type { Amount } from "../core/money"
import type { Try } from "./snapshot"

/**
 * Captures what was to be captured at once and is only on hold, through Medusa's own workflow, which asks
 * the provider to send it.
 *
 * @throws when RozetkaPay did not do it: it is tried again with the next sync.
 */
export const captureHold = async (
  container: MedusaContainer,
  { payment_id }: Try,
  amount: Amount,
): Promise<void> => {
  if (!payment_id) return
  await capturePaymentWorkflow(container).run({ input: { payment_id, amount } })
}
