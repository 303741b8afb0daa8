import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { ContainerRegistrationKeys, OrderWorkflowEvents } from "@medusajs/framework/utils"
import { ringBell } from "../attention/bell"
import { errorMessage } from "../log/error-message"
import { pluginIsLoaded } from "../provider/boot/plugin-entry"
import { syncPaymentsOfOrder } from "../workflows/sync-payments-of-order"

pluginIsLoaded()

/**
 * A cancelled order keeps no money and no hold. The core refunds what was captured
 * and cancels what was not; the rest of a partly captured hold, or a hold whose
 * cancel failed, is found and canceled by syncing.
 */
export default async function orderCanceled({
  event,
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  try {
    await syncPaymentsOfOrder(container, event.data.id)
  } catch (error) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(
        `rozetkapay: the cancelled order ${event.data.id} may still have a hold at RozetkaPay; it is tried again by the reconcile job: ${errorMessage(error)}`,
      )
    await ringBell(container)
  }
}

export const config: SubscriberConfig = {
  event: OrderWorkflowEvents.CANCELED,
  context: { subscriberId: "rozetkapay-order-canceled" },
}
