import { someGatewayLedger, someLedger, uah } from "../../core/__tests__/random-ledgers"
import { externalId, sessionOf } from "../../core/external-id"
import type { WebhookEvent } from "../../provider/payment-gateway"
import type { CompletedCart, PurchaseRows, Store } from "../store"
import { syncPurchase } from "../sync-purchase"
import { ID, PROVIDER, RecordingStore } from "./some-try"
import { StoreModel } from "./store-model"

const KEY = { provider_id: PROVIDER, external_id: ID }
const PAID = { authorized: "100", captured: "100" }

type Rows = Omit<Partial<PurchaseRows>, "purpose"> & { purpose?: Partial<PurchaseRows["purpose"]> }

/** A store as RecordingStore, with these rows of the purchase. */
const storeOf = (
  shown: Parameters<typeof someGatewayLedger>[0],
  rows: Rows = {},
  change: Partial<Store> = {},
) => {
  const store = new RecordingStore({ troublesOf: async () => [], noteTrouble: async () => true })
  store.pay(ID)
  store.gateway.shown = someGatewayLedger(shown)
  const { readPurchase } = store
  const readRows = async (...given: Parameters<Store["readPurchase"]>): Promise<PurchaseRows> => {
    const read = await readPurchase.apply(store, given)
    return { ...read, ...rows, purpose: { ...read.purpose, ...rows.purpose } }
  }
  return Object.assign(store, { readPurchase: readRows }, change)
}

const payment = (sums: object) => ({
  ...{ id: "pay_1", sessionId: sessionOf(ID), ledger: someLedger(sums), refundsSent: uah("0") },
  ...{ writtenAt: 1, movements: [], metadata: null },
})
const ORDERED = { purpose: { order_id: "order_1" } }
const CALLBACK: WebhookEvent[] = [{ externalId: ID, paymentId: "1", operations: [], metadata: {} }]

describe("A sync of a purchase", () => {
  test("is nobody's when the store does not know it", async () => {
    const store = new RecordingStore({
      readTry: async () => ({ data: undefined, collectionId: null, sessions: [] }),
    })
    expect(await syncPurchase(store, KEY)).toBeNull()
  })

  test("records what was done in the cabinet, puts the order right and notes how it was paid", async () => {
    const store = storeOf({ ...PAID, refunded: "30" }, { ...ORDERED, payments: [payment(PAID)] })
    const shown = store.gateway.shown
    store.gateway.shown = {
      ...shown,
      howPaid: {
        ...{ rrns: [], authCode: null, mask: null, brand: "visa" },
        bank: null,
        method: null,
        parts: null,
      },
    }
    expect(await syncPurchase(store, KEY)).toMatchObject({ is: "order_placed" })
    expect(store.asked.map(([method]) => method)).toEqual([
      "refundPayment",
      "repairOrder",
      "noteHowPaid",
    ])
  })

  test("tells of a return whose answer was lost once its money is gone", async () => {
    const refunded = { ...PAID, refunded: "100" }
    const store = storeOf(
      refunded,
      { sessions: [] },
      {
        findReturning: async () => ({ external_id: ID, reason: "orphaned" }),
      },
    )
    expect(await syncPurchase(store, KEY)).toMatchObject({ is: "returned" })
    expect(store.told).toMatchObject([["rozetkapay.payment.returned", { reason: "orphaned" }]])
  })

  test("says why it returned the money, now and to its shopper", async () => {
    const store = storeOf(PAID, { sessions: [] })
    expect(await syncPurchase(store, KEY)).toMatchObject({ is: "returned", reason: "orphaned" })
    expect(store.gateway.effects).toHaveLength(1)
  })
})

describe("An order that can't be placed", () => {
  const failing = (...ends: CompletedCart[]) => {
    const left = [...ends]
    return {
      completeCart: async () => left.shift() ?? { error: undefined, isFinished: true },
    }
  }
  const SOLD_OUT = { error: new Error("Sold out"), isFinished: true }

  test("is waited for by its shopper, while the money stays", async () => {
    const store = storeOf(PAID, {}, failing(SOLD_OUT))
    expect(await syncPurchase(store, KEY)).toMatchObject({ is: "order_delayed" })
    expect(store.gateway.effects).toEqual([])
  })

  test("has its money returned in the same look, when the merchant waits for none", async () => {
    const store = storeOf(PAID, {}, failing(SOLD_OUT))
    store.options.orderRetryMinutes = 0
    expect(await syncPurchase(store, KEY)).toMatchObject({ is: "returned", reason: "order_failed" })
    expect(store.gateway.effects).toHaveLength(1)
  })

  test("is told as returned when Medusa returned the money itself", async () => {
    const store: RecordingStore = storeOf(
      PAID,
      {},
      {
        completeCart: async () => {
          store.gateway.shown = someGatewayLedger({ ...PAID, refunded: "100" })
          return SOLD_OUT
        },
      },
    )
    expect(await syncPurchase(store, KEY)).toMatchObject({ is: "returned", reason: "order_failed" })
    expect(store.told).toHaveLength(1)
  })

  test("is not tried for ever when the store says each time that it is placed and never shows it", async () => {
    let tried = 0
    const store = storeOf(
      PAID,
      {},
      {
        completeCart: async () => {
          tried += 1
          return { error: undefined, isFinished: true }
        },
      },
    )
    await expect(syncPurchase(store, KEY)).rejects.toThrow(ID)
    expect(tried).toBe(4)
  })

  test("is waited for by a shopper who has paid on a second page as well", async () => {
    const second = externalId("payses_02")
    const store = new StoreModel([ID, second])
    store.pay(ID)
    const later = store.pay(second)
    store.failures = 1
    expect((await syncPurchase(store, later))?.is).toBe("order_delayed")
  })
})

describe("A refused attempt", () => {
  const declined = {
    authorized: "0",
    decline: { code: "card_expired", description: null, attempt: "tx_1" },
  }

  test("is told with its session, by whoever looks", async () => {
    const store = storeOf(declined)
    expect(await syncPurchase(store, KEY)).toMatchObject({ is: "declined" })
    expect(store.told).toMatchObject([["rozetkapay.payment.failed", { reason: "card_expired" }]])
  })

  test("is told by its callback alone when its session is gone: nothing could note that it was told", async () => {
    const gone = { sessions: [] }
    const onDelivery = { amount: uah("100"), currency: "UAH" }
    const outdated = (store: RecordingStore) => {
      store.gateway.shown = { ...someGatewayLedger(), onDelivery }
      return store
    }
    const looked = outdated(storeOf({}, gone))
    await syncPurchase(looked, KEY)
    await syncPurchase(looked, { ...KEY, events: [] })
    expect(looked.told).toEqual([])
    const called = outdated(storeOf({}, gone))
    await syncPurchase(called, { ...KEY, events: CALLBACK })
    expect(called.told).toHaveLength(1)
  })
})

describe("Money that was noted as unexplained", () => {
  const forgotten = async (store: RecordingStore) => {
    let times = 0
    store.forgetUnexplained = async () => {
      times += 1
      return null
    }
    await syncPurchase(store, KEY)
    return times
  }

  test("is so no more once some of it went back", async () => {
    const rows = { ...ORDERED, payments: [payment({ ...PAID, refunded: "30" })] }
    expect(await forgotten(storeOf({ ...PAID, refunded: "30" }, rows))).toBe(1)
    const held = { authorized: "100", canceled: "100" }
    expect(await forgotten(storeOf(held, { ...ORDERED, payments: [payment(held)] }))).toBe(1)
  })

  test("is not even looked for of a payment that nobody ever doubted", async () => {
    expect(await forgotten(storeOf(PAID, { ...ORDERED, payments: [payment(PAID)] }))).toBe(0)
  })

  test("is not explained by an answer that nobody can count, nor while it is reported still", async () => {
    expect(await forgotten(storeOf({ unclear: "no currency", refunded: "1" }))).toBe(0)
    const reported = storeOf({ ...PAID, refunded: "30" })
    Object.assign(reported, {
      findUnexplained: async () => null,
      noteUnexplained: async () => true,
    })
    expect(await forgotten(reported)).toBe(0)
    expect(reported.told).toMatchObject([["rozetkapay.payment.unexplained", {}]])
  })

  test("is explained by a session that another installation had opened, once its Payment is here", async () => {
    const rows = { ...ORDERED, payments: [payment(PAID)] }
    const store = storeOf(PAID, rows)
    const { readTry } = store
    store.readTry = async (of) => {
      const read = await readTry.call(store, of)
      return { ...read, data: { ...read.data, installation: "another" } }
    }
    expect(await forgotten(store)).toBe(1)
  })
})
