import { deliveryOf } from "../../core/delivery"
import { externalId } from "../../core/external-id"
import { lookAgain } from "../../provider/look-again"
import { completeFilledCart, lacksDelivery } from "../complete-filled-cart"
import type { Filling } from "../store"
import { syncPurchase } from "../sync-purchase"
import { StoreModel } from "./store-model"

const PAGE = externalId("payses_01")
const MINUTE = 60_000
const nothing = { patronym: null, email: null, carrier: null, kind: null, branch: null }
const DELIVERY = deliveryOf({
  ...nothing,
  ...{ firstName: "Олена", lastName: "Пчілка", phone: "0501112233", city: "Київ" },
  ...{ street: "Хрещатик", house: "1", apartment: null, details: {} },
})

const expressStore = (change: Partial<Pick<StoreModel, "fillCart">> = {}): StoreModel => {
  const store = Object.assign(new StoreModel([PAGE]), change)
  store.mode = "express_checkout"
  return store
}

describe("money of an express payment", () => {
  test("becomes an order of a cart that was filled in before", async () => {
    const filled: Filling[] = []
    const store = expressStore({ fillCart: async (_, filling) => void filled.push(filling) })
    await syncPurchase(store, store.pay(PAGE, DELIVERY))
    expect(filled).toMatchObject([{ delivery: DELIVERY, paysOnDelivery: false }])
    expect(store.orders).toHaveLength(1)
  })

  test("goes back after the merchant's minutes when its cart can never be filled in", async () => {
    const fillCart = () => Promise.reject(new Error("The cart is gone"))
    const store = expressStore({ fillCart })
    const paid = store.pay(PAGE, DELIVERY)
    expect((await syncPurchase(store, paid))?.is).toBe("order_delayed")
    store.time += 29 * MINUTE
    expect((await syncPurchase(store, paid))?.is).toBe("order_delayed")
    expect(store.kept).toEqual([PAGE])
    store.time += 2 * MINUTE
    expect((await syncPurchase(store, paid))?.is).toBe("returned")
    expect(store.kept).toEqual([])
    expect(store.events).toEqual(["rozetkapay.payment.returned order_failed"])
  })

  test("stays while another request has the cart: that is no failure", async () => {
    const store = expressStore({ fillCart: () => Promise.reject(lookAgain("Busy")) })
    store.options.orderRetryMinutes = 0
    await expect(syncPurchase(store, store.pay(PAGE, DELIVERY))).rejects.toThrow("Busy")
    expect(store.kept).toEqual([PAGE])
  })

  test("waits some minutes for its delivery, also in a store that tries no order again", async () => {
    const store = expressStore()
    store.options.orderRetryMinutes = 0
    const paid = store.pay(PAGE)
    expect((await syncPurchase(store, paid))?.is).toBe("order_delayed")
    store.time += 4 * MINUTE
    expect((await syncPurchase(store, paid))?.is).toBe("order_delayed")
    store.time += 2 * MINUTE
    expect((await syncPurchase(store, paid))?.is).toBe("returned")
    expect(store.kept).toEqual([])
  })
})

test("a cart that is paid on another page no longer says what an express buyer agreed to", async () => {
  const store = new StoreModel([PAGE])
  const said: string[] = []
  store.unfillCart = async () => void said.push(`before ${store.orders.length} orders`)
  await syncPurchase(store, store.pay(PAGE))
  expect(said).toEqual(["before 0 orders"])
  expect(store.orders).toHaveLength(1)
})

describe("what an express buyer has chosen", () => {
  const told = async (onDelivery: object | null) => {
    const filled: unknown[] = []
    const store = expressStore({ fillCart: async (...given) => void filled.push(given) })
    store.pay(PAGE, DELIVERY)
    const { shown } = store.gateway
    const situation = { gateway: { ...shown, ...onDelivery } }
    const terms = { external_id: PAGE, provider_id: "pp_rozetkapay_main", currency_code: "uah" }
    const tried = {
      terms: { ...terms, capture: true, mode: "express_checkout" as const },
      situation,
    }
    await completeFilledCart(store, "cart_01", tried)
    return filled
  }

  test("says whether they pay only when the parcel comes", async () => {
    expect(await told(null)).toMatchObject([["cart_01", { paysOnDelivery: false }]])
    const onDelivery = { amount: null, currency: "UAH" }
    expect(await told({ onDelivery })).toMatchObject([["cart_01", { paysOnDelivery: true }]])
  })

  test("is lacking of an express payment alone", () => {
    const gateway = new StoreModel([PAGE]).gateway.shown
    const terms = { external_id: PAGE, provider_id: "p", currency_code: "uah", capture: true }
    const lacking = (mode: "hosted" | "express_checkout") =>
      lacksDelivery({ terms: { ...terms, mode }, situation: { gateway } })
    expect(lacking("hosted")).toBe(false)
    expect(lacking("express_checkout")).toBe(true)
  })
})
