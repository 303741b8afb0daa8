import { adapterContract } from "../../../provider/__tests__/contract/adapter-contract"
import {
  DEFAULT_MERCHANT,
  SandboxHarness,
} from "../../../provider/__tests__/contract/sandbox-harness"
import { payPartsAdapter } from "../descriptor"
import { RozetkaPayPartsProviderService } from "../service"

const { login, password } = DEFAULT_MERCHANT

adapterContract(
  payPartsAdapter,
  RozetkaPayPartsProviderService,
  new SandboxHarness({
    options: (apiUrl) => ({ login, password, apiUrl }),
    secret: password,
    sentAs: "json",
    endpoints: {
      start: "payparts_create",
      capture: "payparts_confirm",
      cancel: "payparts_cancel",
      refund: "payparts_refund",
      resend: "payparts_resend",
    },
    // RozetkaPay's test bank, which asks this number on its page.
    more: () => ({
      choice: { bank: "stub", parts: 3 },
      customer: { firstName: "Олена", lastName: "Коваль", phone: "093 000-00-01" },
    }),
    answers: {
      path: "instalments/answer",
      yes: { answer: "agree" },
      no: { answer: "reject", code: "insufficient_funds" },
    },
  }),
)
