import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { OrderEditWorkflowEvents, OrderWorkflowEvents } from "@medusajs/framework/utils"
import { ringBell } from "../attention/bell"
import { pluginIsLoaded } from "../provider/boot/plugin-entry"
import type { RozetkaPayEvent } from "../sync/emit-event"

pluginIsLoaded()

const EVENTS: RozetkaPayEvent[] = [
  "rozetkapay.payment.unexplained",
  "rozetkapay.payment.charged_back",
  // Also of each refused attempt to pay, of which there is nothing to tell: the list is then as it was.
  "rozetkapay.payment.failed",
]

/**
 * Something has happened of which staff may have to hear at once: money that nobody can place, a chargeback,
 * a refund that failed, an edit that may have canceled a hold. What only reconciling finds, it tells itself.
 */
export default async function attentionNeeded({
  container,
}: SubscriberArgs<unknown>): Promise<void> {
  await ringBell(container)
}

export const config: SubscriberConfig = {
  event: [
    ...EVENTS,
    OrderEditWorkflowEvents.CONFIRMED,
    OrderWorkflowEvents.CLAIM_CREATED,
    OrderWorkflowEvents.EXCHANGE_CREATED,
    OrderWorkflowEvents.RETURN_REQUESTED,
    OrderWorkflowEvents.RETURN_RECEIVED,
  ],
  context: { subscriberId: "rozetkapay-attention-needed" },
}
