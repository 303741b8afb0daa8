import { placeOrder } from "../drivers/checkout"
import { eventually } from "../drivers/eventually"
import { BOTH_KINDS } from "../setup/both-kinds"
import { runStore } from "../setup/run-store"
import { ROZETKAPAY } from "../setup/store"

runStore("A payment that belongs to somebody else", BOTH_KINDS, (store) => {
  it("does not pay for the cart of a stranger who names it while a session is being started", async () => {
    const victim = await placeOrder(store)
    const cart = await store.shopper.fillCart()

    await store.gateway.fault({ endpoint: "create", kind: "latency", ms: 3_000 })
    const opening = store.shopper.tryToOpenSession(cart, ROZETKAPAY, {
      external_id: victim.externalId,
      provider_id: ROZETKAPAY,
      currency_code: "uah",
      capture: true,
    })
    await eventually("RozetkaPay is asked to start it", async () => {
      const asked = await store.gateway.requests({ endpoint: "create" })
      return asked.some(({ external_id }) => external_id !== victim.externalId)
    })
    const completion = await store.shopper.complete(cart)
    expect(completion.reason).toBeDefined()
    expect(await store.admin.ordersOf(cart)).toHaveLength(0)

    await opening
    expect(await store.admin.ordersOf(cart)).toHaveLength(0)
    expect((await store.shopper.complete(cart)).reason).toBeDefined()
  })
})
