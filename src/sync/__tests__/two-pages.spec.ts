import fc from "fast-check"
import { type ExternalId, externalId } from "../../core/external-id"
import { aloneWithPurchase } from "../purchase-lease"
import { syncPurchase } from "../sync-purchase"
import { StoreModel } from "./store-model"

const PAGES = ["payses_01", "payses_02"].map(externalId)
const REVERSED = [...PAGES].reverse()

const sync = (store: StoreModel, input: ReturnType<StoreModel["pay"]>) =>
  aloneWithPurchase(store, input, () => syncPurchase(store, input))

const requireOneOrderAndOneReturn = (store: StoreModel) => {
  expect(store.orders).toHaveLength(1)
  expect(store.kept).toHaveLength(1)
  expect(store.payments.map(({ sessionId }) => sessionId)).toEqual(store.kept)
  expect(store.events).toEqual(["rozetkapay.payment.returned paid_otherwise"])
}

describe("two pages of one cart, both paid, each with a callback of its own", () => {
  test("make one order and one return, in whatever order all of it happens", async () => {
    const history = fc.asyncProperty(fc.scheduler(), async (scheduler) => {
      const turn = (what: string) => scheduler.schedule(Promise.resolve(), what)
      const store = new StoreModel(PAGES, turn)
      const shopper = (id: ExternalId) =>
        turn("a page is paid").then(() => sync(store, store.pay(id)))
      await scheduler.waitFor(Promise.all(PAGES.map(shopper)))
      requireOneOrderAndOneReturn(store)
    })
    await fc.assert(history, { numRuns: 300 })
  })

  test.each([PAGES, REVERSED])("wait for an order that can't be placed yet", async (...ids) => {
    const store = new StoreModel(PAGES)
    const paid = ids.map((id) => store.pay(id))
    store.failures = paid.length
    for (const one of paid) expect((await sync(store, one))?.is).toBe("order_delayed")
    store.time += 60_000
    for (const one of paid) await sync(store, one)
    requireOneOrderAndOneReturn(store)
  })
})
