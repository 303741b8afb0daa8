import { adapterContract } from "../../../provider/__tests__/contract/adapter-contract"
import {
  DEFAULT_MERCHANT,
  SandboxHarness,
} from "../../../provider/__tests__/contract/sandbox-harness"
import { cardAdapter } from "../descriptor"
import { RozetkaPayProviderService } from "../service"

const { login, password } = DEFAULT_MERCHANT

adapterContract(
  cardAdapter,
  RozetkaPayProviderService,
  new SandboxHarness({
    options: (apiUrl) => ({ login, password, apiUrl }),
    secret: password,
    sentAs: "json",
    endpoints: { start: "create", capture: "confirm", cancel: "cancel", refund: "refund" },
  }),
)
