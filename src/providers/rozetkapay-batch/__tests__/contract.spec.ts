import { type ExternalId, sessionOf } from "../../../core/external-id"
import { amountOf, minus } from "../../../core/money"
import { orderIdOf } from "../../../core/order-id"
import { adapterContract } from "../../../provider/__tests__/contract/adapter-contract"
import {
  DEFAULT_MERCHANT,
  SandboxHarness,
} from "../../../provider/__tests__/contract/sandbox-harness"
import { batchAdapter } from "../descriptor"
import { RozetkaPayBatchProviderService } from "../service"

const { login, password } = DEFAULT_MERCHANT
const SELLERS = {
  olena: { apiKey: "seller-olena", name: "Олена" },
  taras: { apiKey: "seller-taras", name: "Тарас" },
}

/** Taras gets a little, Olena the rest. */
const split = (payment: ExternalId, whole: string) => {
  const ofTaras = amountOf("10.00", "UAH")
  const parts = { olena: minus(amountOf(whole, "UAH"), ofTaras), taras: ofTaras }
  return Object.entries(parts).map(([seller, amount]) => ({
    seller,
    externalId: orderIdOf(sessionOf(payment), seller),
    amount,
    description: `Goods of ${seller}`,
    products: [],
  }))
}

adapterContract(
  batchAdapter,
  RozetkaPayBatchProviderService,
  new SandboxHarness({
    options: (apiUrl) => ({ login, password, apiUrl, sellers: SELLERS, defaultSeller: "olena" }),
    secret: password,
    sentAs: "json",
    endpoints: {
      start: "batch_create",
      capture: "batch_confirm",
      cancel: "batch_cancel",
      refund: "refund",
    },
    more: (externalId, amount) => {
      const parts = split(externalId, amount)
      return { split: parts, orders: parts.map((part) => part.externalId) }
    },
  }),
)
