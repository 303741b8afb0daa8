import { adapterContract } from "../../../provider/__tests__/contract/adapter-contract"
import {
  DEFAULT_LEGACY_MERCHANT,
  SandboxHarness,
} from "../../../provider/__tests__/contract/sandbox-harness"
import { legacyAdapter } from "../descriptor"
import { legacyOrderId } from "../legacy-order-id"
import { RozetkaPayLegacyProviderService } from "../service"

const { posId, apiKey, apiSecret, endpointsKey } = DEFAULT_LEGACY_MERCHANT

adapterContract(
  legacyAdapter,
  RozetkaPayLegacyProviderService,
  new SandboxHarness({
    options: (apiUrl) => ({ posId, apiKey, apiSecret, endpointsKey, apiUrl }),
    secret: apiSecret,
    sentAs: "form",
    endpoints: { start: "create", capture: "confirm", cancel: "cancel", refund: "refund" },
    idOf: legacyOrderId,
  }),
)
