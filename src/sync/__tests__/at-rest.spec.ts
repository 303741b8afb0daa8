import { externalId } from "../../core/external-id"
import { resultAtRest } from "../at-rest"
import { aloneWithPurchase } from "../purchase-lease"
import { syncPurchase } from "../sync-purchase"
import { StoreModel } from "./store-model"

const [PAGE, OTHER] = ["payses_01", "payses_02"].map(externalId)

const sync = (store: StoreModel, input: ReturnType<StoreModel["pay"]>) =>
  aloneWithPurchase(store, input, () => syncPurchase(store, input))

const storeOfOrder = async () => {
  const store = new StoreModel([PAGE, OTHER])
  const paid = store.pay(PAGE)
  const result = await sync(store, paid)
  return { store, paid, result }
}

describe("a purchase that is looked at once more", () => {
  test("is at rest when its order is placed, and what is said of it is what its sync said", async () => {
    const { store, paid, result } = await storeOfOrder()
    expect(await resultAtRest(store, paid)).toEqual(result)
  })

  test("is not at rest while its order is still to be placed", async () => {
    const store = new StoreModel([PAGE])
    expect(await resultAtRest(store, store.pay(PAGE))).toBeNull()
    expect(store.orders).toEqual([])
  })

  test("is not at rest when another page of it was paid since", async () => {
    const { store, paid } = await storeOfOrder()
    store.pay(OTHER)
    expect(await resultAtRest(store, paid)).toBeNull()
  })

  test("is not at rest while something of it is noted for staff", async () => {
    const { store, paid } = await storeOfOrder()
    store.troublesOf = async () => [
      {
        kind: "chargeback",
        external_id: PAGE,
        provider_id: paid.provider_id,
        amount: null,
        currency_code: null,
        detail: null,
        since: "2026-01-01T00:00:00.000Z",
      },
    ]
    expect(await resultAtRest(store, paid)).toBeNull()
  })

  test("is not known to be at rest when RozetkaPay, or the store, can't be read", async () => {
    const { store, paid } = await storeOfOrder()
    store.readTry = async () => {
      throw new Error("The database is down")
    }
    expect(await resultAtRest(store, paid)).toBeNull()
  })
})
