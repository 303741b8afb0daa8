import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { ContainerRegistrationKeys, PaymentEvents } from "@medusajs/framework/utils"
import { errorMessage } from "../log/error-message"
import { storeIn } from "../medusa-store/store-in"
import { repairMovedPayment } from "../sync/repair-moved-payment"

/** Two admins, or an admin and the cabinet, at once: the order shows each kopiyka once all the same. */
export default async function paymentMoved({
  event,
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  try {
    await repairMovedPayment(storeIn(container), event.data.id)
  } catch (error) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(
        `rozetkapay: the order of payment ${event.data.id} could not be compared with its captures and refunds; the reconcile job does it: ${errorMessage(error)}`,
      )
  }
}

export const config: SubscriberConfig = {
  event: [PaymentEvents.CAPTURED, PaymentEvents.REFUNDED],
  context: { subscriberId: "rozetkapay-payment-moved" },
}
