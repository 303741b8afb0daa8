import type { RowService } from "../../medusa-repairs/row-services"
import { silentLogger } from "../../provider/__tests__/contract/silent-logger"
import { withGateway } from "../../rozetkapay/__tests__/local-gateway"
import { RozetkaPayAlternativeProviderService } from "../rozetkapay-alternative/service"
import { RozetkaPayPartsProviderService } from "../rozetkapay-payparts/service"

const cradleOf = (provider_id: string) => {
  const rows: RowService = {
    list: async () => [],
    update: async () => ({}),
    retrieve: async (id) => ({
      id,
      provider_id,
      payment_collection_id: "pay_col_1",
      amount: 1000,
      currency_code: "uah",
      payment_collection: { amount: 1000, currency_code: "uah" },
    }),
  }
  return {
    logger: silentLogger,
    paymentService: rows,
    paymentSessionService: rows,
    paymentCollectionService: rows,
    captureService: rows,
    refundService: rows,
  }
}

describe("a session that Medusa opens with an earlier one's data, when its order has failed", () => {
  test.each([
    ["instalments", RozetkaPayPartsProviderService, { bank: "monobank", parts: 3 }],
    ["a leasing", RozetkaPayAlternativeProviderService, { method: "leasing" }],
  ])("by %s asks no bank for anything and waits for the shopper to choose", async (_, Service, choice) => {
    await withGateway([{ body: {} }], async (_client, { url, requests }) => {
      const provider_id = `pp_${Service.identifier}_main`
      const keys = { login: "shop", password: "secret", apiUrl: url }
      const provider = new Service(cradleOf(provider_id), keys)
      const earlier = {
        external_id: "payses_earlier",
        provider_id,
        currency_code: "uah",
        capture: true,
        mode: "direct",
        checkout_url: "https://bank.example/contract",
        payment_id: "pay_1",
        choice,
      }
      const { data } = await provider.initiatePayment({
        amount: 1000,
        currency_code: "uah",
        data: { ...earlier, session_id: "payses_anew" },
      })
      expect(data).toMatchObject({
        external_id: "payses_anew",
        provider_id,
        checkout_url: null,
        payment_id: null,
      })
      expect(data?.choice).toBeUndefined()
      expect(requests).toEqual([])
    })
  })
})
