import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { developerError } from "../../errors"
import { findProvider, findProviders } from "../../provider/find-provider"

export type FindProvidersInput = {
  /** All enabled providers of this plugin when left out. */
  provider_id?: string
}

export const findProvidersStepId = "rozetkapay-find-providers"

/** @throws NOT_FOUND for a provider that is named and does not exist. */
export const findProvidersStep = createStep(
  findProvidersStepId,
  async ({ provider_id }: FindProvidersInput, { container }) => {
    if (!provider_id) {
      return new StepResponse((await findProviders(container)).map(({ id }) => id))
    }
    const named = await findProvider(container, provider_id)
    if (!named) throw developerError("no_such_provider")
    return new StepResponse([named.id])
  },
)
