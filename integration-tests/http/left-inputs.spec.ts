import { findProvider } from "../../src/provider/find-provider"
import { ApiClient } from "../drivers/api-client"
import { BOTH_KINDS } from "../setup/both-kinds"
import { runStore } from "../setup/run-store"
import { ROZETKAPAY } from "../setup/store"

const CARD = "4111111111111111"

runStore("A card's token in the store's memory", BOTH_KINDS, (store) => {
  it("is gone with the request that brought it, also when no payment was started", async () => {
    const found = await findProvider(store.container, ROZETKAPAY)
    if (!found) throw new Error("no provider")
    const { inputs } = found.provider
    const leave = jest.spyOn(inputs, "leave")
    const data = async () => ({
      mode: "direct",
      payment_method: { type: "cc_token", token: await store.gateway.token("cc_token", CARD) },
    })

    const api = new ApiClient(store.url, { "x-publishable-api-key": store.seed.publishableKey })
    const nowhere = await api.attempt("/store/payment-collections/pay_col_none/payment-sessions", {
      provider_id: ROZETKAPAY,
      data: await data(),
    })
    expect(nowhere.status).toBeGreaterThanOrEqual(400)
    const cart = await store.shopper.fillCart()
    await store.shopper.openSession(cart, ROZETKAPAY, await data())

    const keys = leave.mock.results.map(({ value }) => String(value))
    expect(keys).toHaveLength(2)
    expect(keys.map((key) => inputs.take(key))).toEqual([null, null])
    leave.mockRestore()
  })
})
