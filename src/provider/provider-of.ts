import type { AdapterDescriptor } from "./adapter"
import { checkAtBoot } from "./boot/check-at-boot"
import { type GatewayCradle, GatewayProvider } from "./gateway-provider"
import type { PaymentGateway } from "./payment-gateway"
import type { StoreOptions } from "./store-options"

/** As Medusa wants a provider's class. */
export type ProviderClass<Options extends StoreOptions, Gateway extends PaymentGateway> = {
  new (cradle: GatewayCradle, given: Record<string, unknown>): GatewayProvider<Options, Gateway>
  readonly identifier: string
  validateOptions(given: Record<string, unknown>): Promise<void>
}

/** An adapter as Medusa's payment provider. One with capabilities extends the class by their interfaces. */
export const providerOf = <Options extends StoreOptions, Gateway extends PaymentGateway>(
  adapter: AdapterDescriptor<Options, Gateway>,
): ProviderClass<Options, Gateway> =>
  class extends GatewayProvider<Options, Gateway> {
    static readonly identifier = adapter.identifier

    constructor(cradle: GatewayCradle, given: Record<string, unknown>) {
      super(adapter, cradle, given)
    }

    static validateOptions(given: Record<string, unknown>): Promise<void> {
      return checkAtBoot(adapter, given)
    }
  }
