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
    // Without a telephone number this bank asks on its page, where the shopper answers.
    more: () => ({
      choice: { bank: "privatbank", parts: 3 },
      customer: { email: "olena@shop.example", firstName: "Олена", lastName: "Коваль" },
    }),
    answers: {
      path: "instalments/answer",
      yes: { answer: "agree" },
      no: { answer: "reject", code: "insufficient_funds" },
    },
  }),
)
