import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import {
  ContainerRegistrationKeys,
  CustomerWorkflowEvents,
  Modules,
} from "@medusajs/framework/utils"
import { z } from "zod"
import { findProvider } from "../provider/find-provider"
import { consentHolderId } from "../providers/rozetkapay/consent-record"

const holders = z.array(z.object({ id: z.string(), provider_id: z.string() }))

/**
 * Medusa keeps the account holders of a deleted customer. Theirs go with them, and the
 * one that their consent to later payments stands in; the provider deletes what was saved.
 */
export default async function customerDeleted({
  event,
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "account_holder",
    fields: ["id", "provider_id"],
    filters: { external_id: [event.data.id, consentHolderId(event.data.id)] },
  })
  const payments = container.resolve(Modules.PAYMENT)
  for (const { id, provider_id } of holders.parse(data)) {
    if (await findProvider(container, provider_id)) await payments.deleteAccountHolder(id)
  }
}

export const config: SubscriberConfig = {
  event: CustomerWorkflowEvents.DELETED,
  context: { subscriberId: "rozetkapay-customer-deleted" },
}
