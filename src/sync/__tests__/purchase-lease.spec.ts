import { externalId } from "../../core/external-id"
import { writeMetadata } from "../../core/payment-metadata"
import { sessionId } from "../../core/session-id"
import { codeOf } from "../../errors"
import {
  aloneWithCollection,
  aloneWithOrder,
  aloneWithPurchase,
  type Locks,
} from "../purchase-lease"

type Purchase = { isOfCart: boolean; orders: (string | null)[]; busy?: string }

const SILENT = { info: () => {}, warn: () => {}, error: () => {} }

/** A store whose collection "pay_col_01" has become these orders, look by look; `held`: the locks of now. */
const storeOf = ({ isOfCart, orders, busy }: Purchase) => {
  const held: string[] = []
  const left = [...orders]
  const store: Locks = {
    log: SILENT,
    isOfCart: async () => isOfCart,
    orderOf: async () => (left.length > 1 ? left.shift() : left[0]) ?? null,
    collectionOf: async () => "pay_col_01",
    alone: async (key, job) => {
      const name = key.replace("rozetkapay-sync:", "")
      if (name === busy || held.includes(name)) throw new Error("Timed-out acquiring lock.")
      held.push(name)
      return job().finally(() => held.pop())
    },
  }
  return { store, held }
}

const locksDuring = (purchase: Purchase) => {
  const { store, held } = storeOf(purchase)
  return aloneWithCollection(store, "pay_col_01", async () => [...held])
}

describe("whoever works on a purchase", () => {
  test.each<[string, Purchase, string[]]>([
    ["a cart's", { isOfCart: true, orders: [null] }, ["pay_col_01"]],
    ["an ordered cart's", { isOfCart: true, orders: ["order_01"] }, ["pay_col_01", "order_01"]],
    ["a link's", { isOfCart: false, orders: ["order_01"] }, ["order_01"]],
    [
      "a cart's that becomes an order while it is waited for",
      { isOfCart: true, orders: [null, "order_01"] },
      ["pay_col_01", "order_01"],
    ],
  ])("of %s is alone with all of its money, by the same locks in the same order", async (_, purchase, keys) => {
    expect(await locksDuring(purchase)).toEqual(keys)
    const { store, held } = storeOf(purchase)
    const try_ = { external_id: externalId("payses_01") }
    expect(await aloneWithPurchase(store, try_, async () => [...held])).toEqual(keys)
  })

  test.each([
    "pay_col_01",
    "order_01",
  ])("is told that it is busy while another holds %s", async (busy) => {
    const job = jest.fn()
    const { store, held } = storeOf({ isOfCart: true, orders: ["order_01"], busy })
    const error = await aloneWithCollection(store, "pay_col_01", job).catch((one) => one)
    expect(codeOf(error)).toBe("payment_busy")
    expect(job).not.toHaveBeenCalled()
    expect(held).toEqual([])
  })

  test("hears of its own trouble as it is", async () => {
    const { store } = storeOf({ isOfCart: true, orders: ["order_01"] })
    const job = async () => {
      throw new Error("The bank is closed")
    }
    await expect(aloneWithCollection(store, "pay_col_01", job)).rejects.toThrow(
      "The bank is closed",
    )
  })
})

describe("whose purchase a payment is", () => {
  const ID = externalId("payses_01")
  const metadata = {
    ...{ sessionId: sessionId("payses_01"), providerId: "pp_rozetkapay_main" },
    ...{ twoStep: false, currency: "UAH" },
  }
  const event = (metadata: Record<string, string>) => ({
    ...{ externalId: ID, paymentId: null, operations: [] },
    metadata,
  })
  const told = [event({}), event(writeMetadata({ ...metadata, purchase: "pay_col_02" }))]

  const lockOf = async (known: string | null, more: object, id = ID) => {
    const { store, held } = storeOf({ isOfCart: true, orders: [null] })
    store.collectionOf = async () => known
    return aloneWithPurchase(store, { external_id: id, ...more }, async () => [...held])
  }

  test("is what the store says, else its signed callback, else its note, else it is alone with itself", async () => {
    expect(await lockOf("pay_col_01", { events: told, purchase_id: "pay_col_03" })).toEqual([
      "pay_col_01",
    ])
    expect(await lockOf(null, { events: told, purchase_id: "pay_col_03" })).toEqual(["pay_col_02"])
    expect(await lockOf(null, { purchase_id: "pay_col_03" })).toEqual(["pay_col_03"])
    expect(await lockOf(null, {})).toEqual(["payses_01"])
    expect(await lockOf(null, { events: [event({})] })).toEqual(["payses_01"])
  })

  test("is nobody's by an id that no store has, for which no lock is tried", async () => {
    expect(await lockOf("pay_col_01", {}, externalId("no id; of ours"))).toEqual([])
  })

  test("is its order's, for who looks after that", async () => {
    const { store, held } = storeOf({ isOfCart: false, orders: [] })
    expect(await aloneWithOrder(store, "order_01", async () => [...held])).toEqual(["order_01"])
  })
})
