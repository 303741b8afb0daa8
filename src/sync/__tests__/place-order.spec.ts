import { someGatewayLedger, someLedger, uah } from "../../core/__tests__/random-ledgers"
import { situation } from "../../core/__tests__/situations"
import { sessionOf } from "../../core/external-id"
import { lookAgain } from "../../provider/look-again"
import { placeOrder } from "../place-order"
import type { PurchaseRows, Store } from "../store"
import { ID, PROVIDER, RecordingStore, someTry, TERMS } from "./some-try"

const PAID = { authorized: "100", captured: "100" }
const MINUTE = 60_000
const NOW = Date.UTC(2026, 0, 1)

const paidTry = (fields = {}) =>
  someTry({
    payment_id: null,
    order_id: null,
    situation: situation({ gateway: someGatewayLedger(PAID) }),
    ...fields,
  })

const soldOut = { error: new Error("Sold\nout"), isFinished: true }

const failingStore = (change: Partial<Store> = {}, shown: object = PAID) => {
  const store = new RecordingStore({ completeCart: async () => soldOut, ...change })
  store.pay(ID)
  store.gateway.shown = someGatewayLedger(shown)
  return store
}
const NOTE = {
  rozetkapay_failing_since: "2026-01-01T00:00:00.000Z",
  rozetkapay_failure: "Sold out",
}

describe("The order of a paid cart", () => {
  test("is placed with this page as the only open one", async () => {
    const steps: unknown[] = []
    const store = failingStore({
      leaveOnlyOpen: async (...given) => void steps.push(["leaveOnlyOpen", ...given]),
      completeCart: async (...given) => {
        steps.push(["completeCart", ...given])
        return { error: undefined, isFinished: true }
      },
    })
    const tried = paidTry()
    expect(await placeOrder(store, tried)).toEqual({})
    expect(steps).toEqual([
      ["leaveOnlyOpen", TERMS, "pay_col_01"],
      ["completeCart", "cart_01", { externalId: ID, ledger: tried.situation.gateway }],
    ])
    expect(store.asked).toEqual([])
  })

  test("is placed also when starting the payment was cut off, once that is finished", async () => {
    const store = failingStore({
      completeCart: async () => ({ error: undefined, isFinished: true }),
    })
    await placeOrder(store, paidTry({ startWasCutOff: true, payment_collection_id: null }))
    expect(store.asked).toEqual([["finishStart", TERMS, "407932919957434368"]])
  })

  test("is nobody's without a cart, or by a provider that is gone", async () => {
    const never = () => Promise.reject(new Error("It was completed"))
    expect(
      await placeOrder(failingStore({ completeCart: never }), paidTry({ cart_id: null })),
    ).toEqual({})
    const gone = failingStore({ completeCart: never, findProvider: async () => null })
    expect(await placeOrder(gone, paidTry())).toEqual({})
  })

  test("is looked at again while another request completes the cart", async () => {
    const store = failingStore({
      completeCart: async () => ({ error: undefined, isFinished: false }),
    })
    await expect(placeOrder(store, paidTry())).rejects.toThrow("another request")
    expect(store.asked).toEqual([])
  })
})

describe("An order that can't be placed", () => {
  test("is tried again, and since when and why is noted", async () => {
    const store = failingStore()
    expect(await placeOrder(store, paidTry())).toEqual({ delayed: true })
    expect(store.asked).toEqual([["noteOnSession", TERMS, NOTE]])
    expect(store.told).toEqual([])
  })

  test.each([
    [29, { delayed: true }],
    [30, { failed: true }],
  ])("has failed once the merchant's 30 minutes are over: after %s", async (minutes, became) => {
    const failingSince = NOW - minutes * MINUTE
    const store = failingStore()
    expect(await placeOrder(store, paidTry({ failingSince }))).toEqual(became)
    const rozetkapay_failing_since = new Date(failingSince).toISOString()
    expect(store.asked).toEqual([["noteOnSession", TERMS, { ...NOTE, rozetkapay_failing_since }]])
  })

  test("has failed at once where the merchant tries none again", async () => {
    const store = failingStore()
    store.options.orderRetryMinutes = 0
    expect(await placeOrder(store, paidTry())).toEqual({ failed: true })
  })

  test.each([
    "code",
    "name",
  ])("has failed at once when other goods are in the cart by now, as the error's %s says", async (key) => {
    const error = Object.assign(new Error("Other goods"), { [key]: "parts_changed" })
    const store = failingStore({ completeCart: async () => ({ error, isFinished: true }) })
    expect(await placeOrder(store, paidTry())).toEqual({ failed: true })
  })

  test("of goods to be paid on delivery is noted as over, since no money goes back that would say so", async () => {
    const promise = situation({ gateway: someGatewayLedger() })
    const store = failingStore()
    store.options.orderRetryMinutes = 0
    await placeOrder(store, paidTry({ situation: promise }))
    expect(store.asked).toEqual([["noteOnSession", TERMS, { ...NOTE, rozetkapay_returning: true }]])
    const waiting = failingStore()
    await placeOrder(waiting, paidTry({ situation: promise }))
    expect(waiting.asked).toEqual([["noteOnSession", TERMS, NOTE]])
  })
})

describe("An order that Medusa undid, the money with it,", () => {
  const EVENT = {
    ...{ provider_id: PROVIDER, session_id: ID, external_id: ID, currency_code: "uah" },
    ...{ reason: "order_failed", message: "Sold out" },
  }

  test.each<[string, object, string]>([
    ["refunded", { ...PAID, refunded: "100" }, "100.00"],
    ["canceled in part", { authorized: "100", canceled: "40" }, "40.00"],
  ])("is told as returned, as RozetkaPay shows it: %s", async (_, shown, amount) => {
    const store = failingStore({}, shown)
    expect(await placeOrder(store, paidTry())).toEqual({ undone: true, returned: "order_failed" })
    expect(store.told).toEqual([["rozetkapay.payment.returned", { ...EVENT, amount }]])
    expect(store.asked).toEqual([])
  })

  test("is told by Medusa's rows when RozetkaPay's answer is behind them", async () => {
    const store = failingStore()
    const { readPurchase } = store
    const undone = someLedger({ ...PAID, refunded: "100" })
    const readUndone = async (
      ...given: Parameters<Store["readPurchase"]>
    ): Promise<PurchaseRows> => ({
      ...(await readPurchase.apply(store, given)),
      payments: [
        {
          ...{ id: "pay_1", sessionId: sessionOf(ID), ledger: undone, refundsSent: uah("0") },
          ...{ writtenAt: 1, movements: [], metadata: null },
        },
      ],
    })
    Object.assign(store, { readPurchase: readUndone })
    expect(await placeOrder(store, paidTry())).toMatchObject({ undone: true })
    expect(store.told).toMatchObject([[{}, { amount: "100.00" }]])
  })

  test("is not known as undone while a reading is behind: the failure is noted all the same", async () => {
    const store = failingStore({ readTry: () => Promise.reject(lookAgain("behind")) })
    expect(await placeOrder(store, paidTry())).toEqual({ delayed: true })
    const away = failingStore({ readTry: () => Promise.reject(new Error("The database is away")) })
    await expect(placeOrder(away, paidTry())).rejects.toThrow("The database is away")
  })

  test("is not known as undone when its purchase is gone", async () => {
    const store = failingStore({
      readTry: async () => ({ data: undefined, collectionId: null, sessions: [] }),
    })
    expect(await placeOrder(store, paidTry())).toEqual({ delayed: true })
  })
})
