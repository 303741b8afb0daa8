import { adapterContract } from "../../../provider/__tests__/contract/adapter-contract"
import {
  DEFAULT_MERCHANT,
  SandboxHarness,
} from "../../../provider/__tests__/contract/sandbox-harness"
import { alternativeAdapter } from "../descriptor"
import { RozetkaPayAlternativeProviderService } from "../service"

const { login, password } = DEFAULT_MERCHANT

adapterContract(
  alternativeAdapter,
  RozetkaPayAlternativeProviderService,
  new SandboxHarness({
    options: (apiUrl) => ({ login, password, apiUrl }),
    secret: password,
    sentAs: "json",
    endpoints: {
      start: "alternative_create",
      capture: "alternative_refund",
      cancel: "alternative_refund",
      refund: "alternative_refund",
      resend: "alternative_resend",
    },
    answers: {
      path: "alternative/answer",
      yes: { answer: "agree" },
      no: { answer: "refuse", code: "insufficient_funds" },
    },
    more: () => ({
      currency: "PLN",
      choice: { method: "przelewy24" },
      customer: { email: "anna@shop.example", firstName: "Anna", country: "PL" },
    }),
  }),
)
