import { someGatewayLedger } from "../../core/__tests__/random-ledgers"
import { situation } from "../../core/__tests__/situations"
import { authorizeSession } from "../authorize-session"
import type { Reading, Store } from "../store"
import { ID, RecordingStore, someTry, TERMS } from "./some-try"

const PAID = { authorized: "100", captured: "100", refunded: "30" }
const paid = situation({ gateway: someGatewayLedger(PAID) })

const authorizing = (isCaptured: boolean | null, change: Partial<Store> = {}) => {
  const read: Reading[] = []
  const store = new RecordingStore({
    authorizeSession: async (reading) => {
      read.push(reading)
      return isCaptured === null ? null : { id: "pay_2", isCaptured }
    },
    ...change,
  })
  return { store, read }
}
const ofLink = (fields = {}) =>
  someTry({ cart_id: null, payment_id: null, situation: paid, ...fields })

describe("A payment whose Payment is all that is missing", () => {
  test("gets it as it was paid; what became of the money since is recorded after it", async () => {
    const { store, read } = authorizing(false)
    await authorizeSession(store, ofLink())
    expect(read).toEqual([
      { externalId: ID, ledger: expect.objectContaining({ captured: "100.00", refunded: "0.00" }) },
    ])
    expect(store.asked).toEqual([])
  })

  test("has its order told of what was captured at once", async () => {
    const { store } = authorizing(true)
    await authorizeSession(store, ofLink())
    expect(store.asked).toEqual([["capturePayment", { payment_id: "pay_2" }]])
  })

  test("has none to capture when Medusa made none", async () => {
    const { store } = authorizing(null)
    await authorizeSession(store, ofLink())
    expect(store.asked).toEqual([])
  })

  test("has its start finished first, when that was cut off", async () => {
    const { store } = authorizing(false)
    await authorizeSession(store, ofLink({ startWasCutOff: true }))
    expect(store.asked).toEqual([["finishStart", TERMS, "407932919957434368"]])
  })
})

describe("A cart's payment whose order stands without its Payment", () => {
  const ordered = (isOrdered: boolean, payments = 0) => {
    const locked: string[] = []
    const { store, read } = authorizing(false)
    const { readPurchase } = store
    const alone: Store["alone"] = (key, job) => {
      locked.push(key)
      return job()
    }
    const changed: Partial<Store> = {
      alone,
      readPurchase: async (...given) => {
        const rows = await readPurchase.apply(store, given)
        const order_id = isOrdered ? "order_1" : null
        return {
          ...rows,
          purpose: { ...rows.purpose, order_id },
          collection: rows.collection && {
            ...rows.collection,
            status: payments ? "completed" : "awaiting",
          },
        }
      },
    }
    return { store: Object.assign(store, changed), read, locked }
  }
  const exact = situation({
    gateway: someGatewayLedger({ authorized: "100", captured: "100" }),
    orderPlaced: true,
  })

  test("gets it under its cart's lock, when another look still finds none", async () => {
    const { store, read, locked } = ordered(true)
    await authorizeSession(store, someTry({ payment_id: null, situation: exact }))
    expect(locked).toEqual(["cart_01"])
    expect(read).toHaveLength(1)
  })

  test("is left alone when its order is only just being placed", async () => {
    const { store, read, locked } = ordered(false)
    await authorizeSession(store, someTry({ payment_id: null, situation: exact }))
    expect(locked).toEqual(["cart_01"])
    expect(read).toEqual([])
  })
})
