import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { externalId } from "../core/external-id"
import { storeIn } from "../medusa-store/store-in"
import { SYNC_PAYMENT } from "../provider/workflow-ids"
import { aloneWithPurchase } from "../sync/purchase-lease"
import type { ReadTriesInput } from "../sync/snapshot"
import { syncPurchase } from "../sync/sync-purchase"

export const syncPaymentWorkflowId = SYNC_PAYMENT

export type SyncPaymentInput = Pick<ReadTriesInput, "provider_id" | "purchase_id" | "events"> & {
  external_id: string
}

export const syncPurchaseStepId = "rozetkapay-sync-purchase"

/** Not compensated: each thing that it does is true whatever follows, and repeating it is harmless. */
export const syncPurchaseStep = createStep(
  syncPurchaseStepId,
  async (input: SyncPaymentInput, { container }) => {
    const store = storeIn(container)
    const asked = { ...input, external_id: externalId(input.external_id) }
    return new StepResponse(await aloneWithPurchase(store, asked, () => syncPurchase(store, asked)))
  },
)

/**
 * Gateway -> store: brings the store up to the gateway for the purchase that a payment is of, through
 * Medusa's own workflows. A signed callback, the shopper coming back, the reconcile job and an admin
 * all run exactly this, so repeating it is harmless.
 *
 * @returns what became of the payment; null when it is not this store's.
 * @throws when something could not be finished now (RozetkaPay does not answer,
 *   another request holds the cart): run it again.
 */
export const syncPaymentWorkflow = createWorkflow(
  syncPaymentWorkflowId,
  (input: SyncPaymentInput) => new WorkflowResponse(syncPurchaseStep(input)),
)
