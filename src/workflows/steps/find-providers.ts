import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { developerError } from "../../errors"
import { findProvider } from "../../provider/find-provider"

export type FindProvidersInput = {
  /** All enabled providers of this plugin when left out. */
  provider_id?: string
}

export const findProvidersStepId = "rozetkapay-find-providers"

/** @throws NOT_FOUND for a provider that is named and does not exist. */
export const findProvidersStep = createStep(
  findProvidersStepId,
  async ({ provider_id }: FindProvidersInput, { container }) => {
    const rows = provider_id
      ? [{ id: provider_id }]
      : await container.resolve(Modules.PAYMENT).listPaymentProviders({ is_enabled: true })
    const found = await Promise.all(rows.map(({ id }) => findProvider(container, id)))
    const ids = found.flatMap((one) => (one ? [one.id] : []))
    if (provider_id && ids.length === 0) {
      throw developerError("no_such_provider")
    }
    return new StepResponse(ids)
  },
)
