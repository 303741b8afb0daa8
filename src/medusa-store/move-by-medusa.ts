import type { MedusaContainer, PaymentDTO } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { capturePaymentWorkflow } from "@medusajs/medusa/core-flows"
import { type ExternalId, sessionOf } from "../core/external-id"
import { CANCEL_RECORDED } from "../core/store-ledger"
import { linkOrderOfCart } from "../medusa-repairs/unlinked-order"
import { inHookContext, recordingCancel } from "../provider/hook-context"
import { purposeOf } from "../provider/start/purpose"
import type { AuthorizedPayment, Capture, Reading } from "../sync/store"

/*
 * Medusa's own workflows and methods, which write their rows and call the provider: its hooks send what the
 * gateway lacks of them.
 */

export const authorizeSession = async (
  container: MedusaContainer,
  read: Reading,
): Promise<AuthorizedPayment | null> => {
  const payment = await inHookContext({ ledger: { ...read, readAt: Date.now() } }, () =>
    container.resolve(Modules.PAYMENT).authorizePaymentSession(sessionOf(read.externalId), {}),
  )
  if (payment) await linkOrder(container, payment)
  return payment ? { id: payment.id, isCaptured: Boolean(payment.captured_at) } : null
}

const linkOrder = async (
  container: MedusaContainer,
  { payment_collection_id }: Pick<PaymentDTO, "payment_collection_id">,
): Promise<void> => {
  const { cart_id, order_id } = await purposeOf(container, payment_collection_id)
  if (cart_id && order_id) {
    await linkOrderOfCart(container, { order_id, payment_collection_id })
  }
}

export const capturePayment = async (
  container: MedusaContainer,
  capture: Capture,
): Promise<void> => {
  await capturePaymentWorkflow(container).run({ input: capture })
}

export const cancelPayment = async (
  container: MedusaContainer,
  paymentId: string,
): Promise<void> => {
  await container.resolve(Modules.PAYMENT).cancelPayment(paymentId)
}

/** Medusa's canceled payment does not say by whom, and staff are to be told. */
export const recordCancel = async (
  container: MedusaContainer,
  paymentId: string,
  externalId: ExternalId,
): Promise<void> => {
  await recordingCancel(externalId, () => cancelPayment(container, paymentId))
  // Medusa's type leaves the metadata out; its module keeps them.
  const marked = { id: paymentId, metadata: CANCEL_RECORDED }
  await container.resolve(Modules.PAYMENT).updatePayment(marked)
}
