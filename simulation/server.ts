import type { ExternalId } from "../src/core/external-id"
import type { Amount } from "../src/core/money"
import type { WebhookEvent } from "../src/provider/payment-gateway"
import { repeatAtRest, returnAtRest } from "../src/sync/at-rest"
import { aloneWithPurchase } from "../src/sync/purchase-lease"
import { syncPurchase } from "../src/sync/sync-purchase"
import type { MedusaWorkflows } from "./medusa-workflows"
import { type modelProvider, PROVIDER } from "./model-provider"
import type { ModelStore } from "./model-store"
import type { Process } from "./scheduler"

/** One server process of the store, with what it alone remembers. */
export type Server = {
  process: Process
  store: ModelStore
  provider: ReturnType<typeof modelProvider>
  workflows: MedusaWorkflows
  died: Promise<null>
  die: () => void
}

/** What staff asked for, and what they were told: null, nothing. */
export type Press = {
  move: "capture" | "refund"
  externalId: ExternalId
  amount: Amount
  answer: "made" | "not made" | "unknown" | null
}

/** As the workflow of that name does. */
export const sync = ({ store }: Server, external_id: ExternalId, events: WebhookEvent[] = []) => {
  const input = { provider_id: PROVIDER, external_id, events }
  return aloneWithPurchase(store, input, () => syncPurchase(store, input))
}

/** As the route of callbacks does. */
export const syncByCallback = async (server: Server, externalId: ExternalId, event: WebhookEvent) =>
  (await repeatAtRest(
    server.store,
    { id: PROVIDER, provider: server.provider },
    externalId,
    event,
  )) ?? (await sync(server, externalId, [event]))

/** As the page does to which a shopper comes back. */
export const syncForShopper = async (server: Server, external_id: ExternalId) =>
  (await returnAtRest(server.store, { provider_id: PROVIDER, external_id })) ??
  (await sync(server, external_id))
