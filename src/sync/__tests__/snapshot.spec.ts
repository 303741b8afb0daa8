import { someGatewayLedger, someLedger, uah } from "../../core/__tests__/random-ledgers"
import { situation } from "../../core/__tests__/situations"
import { externalId, sessionOf } from "../../core/external-id"
import { codeOf } from "../../errors"
import { isLookAgain } from "../../provider/look-again"
import type { WebhookEvent } from "../../provider/payment-gateway"
import {
  mayHaveTransactions,
  movementsIn,
  readSnapshot,
  readSnapshotAtRest,
  rereadStore,
} from "../snapshot"
import type { PurchaseRows, Store } from "../store"
import { ID, PROVIDER, RecordingStore, someTry } from "./some-try"
import { StoreModel } from "./store-model"

const KEY = { provider_id: PROVIDER, external_id: ID }
const [FIRST, SECOND] = [ID, externalId("payses_02")]
const PAID = { authorized: "100", captured: "100" }

/** A store whose first page is paid, with these Payments of it. */
const paidStore = (change: Partial<Store> = {}, sums: object = PAID) => {
  const store = new RecordingStore(change)
  store.pay(ID)
  store.gateway.shown = someGatewayLedger(sums)
  return store
}
const writtenStore = (rowOf: object, sums: object) => {
  const store = paidStore({}, sums)
  const { readPurchase } = store
  return Object.assign(store, {
    readPurchase: async (...given: Parameters<Store["readPurchase"]>): Promise<PurchaseRows> => ({
      ...(await readPurchase.apply(store, given)),
      payments: [
        {
          ...{ id: "pay_1", sessionId: sessionOf(ID), ledger: someLedger(rowOf) },
          ...{ refundsSent: uah("0"), writtenAt: 1, movements: [], metadata: null },
        },
      ],
    }),
  })
}

describe("Both ledgers of a purchase", () => {
  test("are read together, with every open page of it", async () => {
    const store = new StoreModel([FIRST, SECOND])
    store.pay(FIRST)
    const found = await readSnapshot(store, KEY)
    expect(found?.own.terms.external_id).toBe(FIRST)
    expect(found?.own.situation.gateway.authorized).toBe("100.00")
    expect(found?.tries.map(({ terms }) => terms.external_id)).toEqual([FIRST, SECOND])
    expect(found?.tries.map(({ situation: { isShown } }) => isShown)).toEqual([true, true])
  })

  test("say what becomes of the page that was asked for, whichever was opened first", async () => {
    const store = new StoreModel([FIRST, SECOND])
    const asked = await readSnapshot(store, { ...KEY, external_id: SECOND })
    expect(asked?.own.terms.external_id).toBe(SECOND)
  })

  test("are read without a page that RozetkaPay does not tell of now, which has a sync of its own", async () => {
    const store = new StoreModel([SECOND, FIRST])
    store.gateway.isSilent = true
    expect((await readSnapshot(store, KEY))?.tries).toHaveLength(1)
    await expect(readSnapshot(store, { ...KEY, external_id: SECOND })).rejects.toThrow()
  })

  test("are no stranger's, of whom RozetkaPay is not even asked", async () => {
    const nobody: Partial<Store> = {
      readTry: async () => ({ data: undefined, collectionId: null, sessions: [] }),
    }
    expect(await readSnapshot(paidStore(nobody), KEY)).toBeNull()
    const unread: Partial<Store> = {
      readTry: () => Promise.reject(new Error("The database was asked")),
    }
    const strange = { ...KEY, external_id: externalId("'; drop table") }
    expect(await readSnapshot(paidStore(unread), strange)).toBeNull()
  })

  test("are nobody's by a provider that there is not, which is said", async () => {
    const store = paidStore({ findProvider: async () => null })
    const error = await readSnapshot(store, KEY).catch((one: unknown) => one)
    expect(codeOf(error)).toBe("no_such_provider")
  })

  test("are read with what a signed callback told", async () => {
    const store = paidStore()
    const found = await store.findProvider(PROVIDER)
    const event: WebhookEvent = { externalId: ID, paymentId: "1", operations: [], metadata: {} }
    await readSnapshot(store, { ...KEY, events: [event] })
    expect(found?.provider.events.of(ID)).toEqual([event])
  })

  test("are read again by the store's side alone, once it has changed", async () => {
    const store = paidStore()
    const before = await readSnapshot(store, KEY)
    if (!before) throw new Error("Not found")
    store.gateway.isSilent = true
    const { readPurchase } = store
    const asked: unknown[] = []
    store.readPurchase = (...given) => {
      asked.push(given)
      return readPurchase.apply(store, given)
    }
    const after = await rereadStore(store, before)
    expect(after?.own).toEqual(before.own)
    expect(asked).toEqual([["pay_col_01", [ID]]])
  })

  test("say which page can't become an order any more", async () => {
    const found = await readSnapshot(paidStore(), { ...KEY, order_failed: [ID] })
    expect(found?.own.situation.orderFailed).toBe(true)
    expect((await readSnapshot(paidStore(), KEY))?.own.situation.orderFailed).toBe(false)
  })
})

describe("A reading of RozetkaPay that is older than the store's rows", () => {
  test.each([
    ["a capture", { authorized: "40", captured: "10" }],
    ["a cancellation", { authorized: "40", canceled: "10" }],
    ["a refund", { authorized: "40", captured: "40", refunded: "10" }],
  ])("is read again: %s of a part would look like one of the whole", async (_, sums) => {
    const store = writtenStore(PAID, sums)
    const error = await readSnapshot(store, KEY).catch((one: unknown) => one)
    expect(isLookAgain(error)).toBe(true)
  })

  test("is read again when it has a refund and not what was captured before: it could not be written down", async () => {
    const behind = { authorized: "100", captured: "30", refunded: "40" }
    const error = await readSnapshot(writtenStore(PAID, behind), KEY).catch((one: unknown) => one)
    expect(isLookAgain(error)).toBe(true)
  })

  test.each<[string, object, object]>([
    [
      "shows a refund that the payer's bank has taken back once more",
      PAID,
      { ...PAID, refunded: "200", chargedBack: "100" },
    ],
    ["shows nothing at all, as with other keys", PAID, { authorized: "0" }],
    ["shows as much as the store has", PAID, { authorized: "100", captured: "10" }],
    ["can't be counted, and means nothing", PAID, { unclear: "no currency" }],
    ["shows only a hold that is smaller", PAID, { authorized: "40" }],
  ])("does no harm when it %s", async (_, row, sums) => {
    expect(await readSnapshot(writtenStore(row, sums), KEY)).not.toBeNull()
  })
})

describe("Before a purchase is judged", () => {
  const readings = async (isOpen: boolean, fields: Partial<Store> = {}) => {
    let read = 0
    const finished: unknown[] = []
    const store = Object.assign(writtenStore(PAID, PAID), fields)
    const { readPurchase } = store
    store.readPurchase = async (...given) => {
      read += 1
      const rows = await readPurchase(...given)
      return { ...rows, purpose: { ...rows.purpose, order_id: "order_1" } }
    }
    store.finishMovements = async (...given) => {
      finished.push(given)
      return isOpen
    }
    const found = await readSnapshotAtRest(store, KEY)
    return { read, finished, found }
  }

  test("its captures and refunds that are just being written are waited for, and it is read again", async () => {
    const { read, finished } = await readings(true)
    expect(read).toBe(2)
    expect(finished).toEqual([[{ payment_id: "pay_1", order_id: "order_1", currency: "UAH" }, []]])
  })

  test("nothing is waited for while there is no order whose totals it would make", async () => {
    const store = writtenStore(PAID, PAID)
    store.finishMovements = () => Promise.reject(new Error("It was waited for"))
    expect(await readSnapshotAtRest(store, KEY)).not.toBeNull()
  })

  test("it is read once when nothing is open", async () => {
    const { read, found } = await readings(false)
    expect(read).toBe(1)
    expect(found?.own.payment_id).toBe("pay_1")
  })

  test("it is found to be no purchase of this store's", async () => {
    const nobody: Partial<Store> = {
      readTry: async () => ({ data: undefined, collectionId: null, sessions: [] }),
    }
    expect((await readings(true, nobody)).found).toBeNull()
  })
})

describe("The transactions of an order", () => {
  test("are a payment's that has both a Payment and an order", () => {
    const of = { payment_id: "pay_1", order_id: "order_1", currency: "UAH" }
    expect(movementsIn(someTry())).toEqual(of)
    expect(movementsIn(someTry({ payment_id: null }))).toBeNull()
    expect(movementsIn(someTry({ order_id: null }))).toBeNull()
  })

  test("may speak of a payment that has moved, or whose order was canceled", () => {
    const row = {
      ...{ id: "capt_1", kind: "capture" as const, amount: uah("1"), createdBy: null },
      ...{ isSent: true, call: null, writtenAt: 1 },
    }
    expect(mayHaveTransactions(someTry())).toBe(false)
    expect(mayHaveTransactions(someTry({ rows: [row] }))).toBe(true)
    const canceled = situation({ orderCanceled: true })
    expect(mayHaveTransactions(someTry({ situation: canceled }))).toBe(true)
  })
})
