import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { OrderEditWorkflowEvents, OrderWorkflowEvents } from "@medusajs/framework/utils"
import { z } from "zod"
import { ringBell } from "../attention/bell"
import { pluginIsLoaded } from "../provider/boot/plugin-entry"
import type { RozetkaPayEvent } from "../sync/emit-event"

pluginIsLoaded()

const FAILED: RozetkaPayEvent = "rozetkapay.payment.failed"
const EVENTS: RozetkaPayEvent[] = [
  "rozetkapay.payment.unexplained",
  "rozetkapay.payment.charged_back",
  FAILED,
]
const refund = z.object({ reason: z.literal("refund_failed") })

/**
 * Something has happened of which staff may have to hear at once: money that nobody can place, a chargeback,
 * a refund that failed, an edit that may have canceled a hold. What only reconciling finds, it tells itself.
 */
export default async function attentionNeeded({
  event,
  container,
}: SubscriberArgs<unknown>): Promise<void> {
  // A refused attempt to pay, of which there are many, is nobody's trouble.
  if (event.name === FAILED && !refund.safeParse(event.data).success) return
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
