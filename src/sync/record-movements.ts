import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { capturePaymentWorkflow } from "@medusajs/medusa/core-flows"
import type { Amount } from "../core/money"
import { RECORDER } from "../core/store-ledger"
import { findProvider } from "../provider/find-provider"
import { recordingCancel } from "../provider/hook-context"
import { emitEvent } from "./emit-event"
import { refundOrderPayment } from "./refund-order-payment"
import type { Try } from "./snapshot"

/*
 * What was done at the gateway but not by the store, in RozetkaPay's cabinet, by the bank, or by us
 * with the answer lost, is written into Medusa. Its own workflows keep the order's totals right and
 * call the provider, which sends nothing for what is only recorded. Not compensated: it happened.
 */

const NOTE = "Made at RozetkaPay, recorded by medusa-payment-rozetkapay"

export const recordCapture = async (
  container: MedusaContainer,
  tried: Try,
  amount: Amount,
): Promise<void> => {
  const { payment_id } = tried
  if (!payment_id) return
  await capturePaymentWorkflow(container).run({
    input: { payment_id, amount, captured_by: RECORDER },
  })
  await emitEvent(container, tried, "rozetkapay.capture.recorded", amount, "made_elsewhere")
}

export const recordRefund = async (
  container: MedusaContainer,
  tried: Try,
  amount: Amount,
): Promise<void> => {
  const { payment_id, order_id, situation } = tried
  if (!payment_id) return
  await refundOrderPayment(
    container,
    { payment_id, order_id, currency: situation.gateway.currency },
    amount,
    { note: NOTE, created_by: RECORDER },
  )
  await emitEvent(container, tried, "rozetkapay.refund.recorded", amount, "made_elsewhere")
}

export const recordCancel = async (
  container: MedusaContainer,
  tried: Try,
  amount: Amount,
): Promise<void> => {
  const { payment_id, terms } = tried
  if (!payment_id) return
  const found = await findProvider(container, terms.provider_id)
  if (found) {
    await recordingCancel(terms.external_id, () =>
      container.resolve(Modules.PAYMENT).cancelPayment(payment_id),
    )
  }
  await emitEvent(container, tried, "rozetkapay.authorization.canceled", amount, "made_elsewhere")
}
