import { container } from "@medusajs/framework"
import { asValue } from "@medusajs/framework/awilix"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { AdapterDescriptor } from "../src/provider/adapter"
import { GatewayProvider } from "../src/provider/gateway-provider"
import type { PaymentGateway } from "../src/provider/payment-gateway"
import { cardAdapter } from "../src/providers/rozetkapay/descriptor"
import type { ProviderOptions } from "../src/providers/rozetkapay/options"
import type { GatewayModel } from "./gateway-model"
import type { MedusaModel } from "./medusa-model"
import { rowServices } from "./row-services"
import { SILENT } from "./silent-logger"

export const PROVIDER = "pp_rozetkapay_main"
export const BACKEND = "https://shop.example"

const never = (): never => {
  throw new Error("The simulation does not ask for this.")
}

class ModelProvider extends GatewayProvider<ProviderOptions, PaymentGateway> {}

/** The plugin's own provider, with all of its hooks, over a model of RozetkaPay and of the store's rows: one for each process. */
export const modelProvider = (
  medusa: MedusaModel,
  gateway: GatewayModel,
  orderRetryMinutes: number,
): GatewayProvider<ProviderOptions, PaymentGateway> => {
  const api = gateway.api(medusa.scheduler)
  const { checkKeys, environment, optionsSchema, capabilities } = cardAdapter
  const adapter: AdapterDescriptor<ProviderOptions, PaymentGateway> = {
    identifier: "rozetkapay",
    title: "A model",
    instruments: [],
    optionsSchema,
    capabilities,
    checkKeys,
    environment,
    webhook: { isGenuine: never, read: never },
    createGateway: () => ({
      ...api,
      start: never,
      details: never,
      operations: never,
      resendCallback: never,
    }),
  }
  const options = { login: "model", password: "model", backendUrl: BACKEND, orderRetryMinutes }
  return new ModelProvider(adapter, { ...rowServices(medusa), logger: SILENT }, options)
}

/** What the hooks resolve from Medusa's one container: locks, and whether a purchase is a cart's. */
export const registerModel = (medusa: MedusaModel): void => {
  container.register({
    [Modules.LOCKING]: asValue({
      execute: (key: string, job: () => Promise<unknown>) => medusa.locks.alone(key, job),
    }),
    [ContainerRegistrationKeys.QUERY]: asValue({
      graph: async ({ filters }: { filters: { payment_collection_id: string } }) => {
        const { cart_id } = medusa.collections.get(filters.payment_collection_id)
        return { data: [{ cart_id }] }
      },
    }),
  })
}
