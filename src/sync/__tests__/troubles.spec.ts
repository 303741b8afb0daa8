import { someGatewayLedger, someLedger, uah } from "../../core/__tests__/random-ledgers"
import { situation } from "../../core/__tests__/situations"
import { externalId } from "../../core/external-id"
import type { NotedKind } from "../../core/trouble"
import type { Try } from "../snapshot"
import { keepTroubles, type NotedTrouble, noteUnclosed, reviewTroubles } from "../troubles"
import { StoreModel } from "./store-model"

const ID = externalId("payses_01")

/** A store whose notes can be read, written and forgotten. */
class NotingStore extends StoreModel {
  readonly notes = new Map<NotedKind, NotedTrouble>()
  writes = 0
  override troublesOf = async () => [...this.notes.values()]
  override noteTrouble = async (entry: NotedTrouble) => {
    this.writes += 1
    this.notes.set(entry.kind, entry)
    return true
  }
  override forgetTrouble = async (_: unknown, kind: NotedKind) => void this.notes.delete(kind)
}

const triedWith = (chargedBack: string): Try => {
  const sums = { authorized: "100", captured: "100", refunded: chargedBack }
  const gateway = { ...someGatewayLedger(sums), chargedBack: uah(chargedBack) }
  return {
    situation: situation({ store: someLedger(sums), gateway }),
    actions: [{ do: "nothing" }],
    terms: {
      external_id: ID,
      provider_id: "pp_rozetkapay_main",
      currency_code: "uah",
      capture: true,
    },
    payment_id: "pay_1",
    rows: [],
    payment_collection_id: "pay_col_01",
    openedAt: null,
    startWasCutOff: false,
    failingSince: null,
    failure: null,
    cart_id: null,
    order_id: "order_1",
    country_code: null,
    howPaidNews: null,
  }
}
const MET = { uncorrected: null, isUnfinished: false }
const CHARGED_BACK = "rozetkapay.payment.charged_back chargeback"

describe("What a sync notes for staff", () => {
  test("is written and told once, however often the payment is synced", async () => {
    const store = new NotingStore([ID])
    for (let sync = 0; sync < 3; sync += 1) {
      await keepTroubles(store, triedWith("60"), MET)
      store.time += 60_000
    }
    expect(store.writes).toBe(2)
    expect(store.events).toEqual([CHARGED_BACK])
    expect(store.notes.get("chargeback")).toMatchObject({
      amount: "60.00",
      currency_code: "uah",
      since: "2026-01-01T00:00:00.000Z",
    })
  })

  test("is told again for what was taken since, and not when some of it was won back", async () => {
    const store = new NotingStore([ID])
    await keepTroubles(store, triedWith("60"), MET)
    await keepTroubles(store, triedWith("70"), MET)
    await keepTroubles(store, triedWith("10"), MET)
    expect(store.events).toEqual([CHARGED_BACK, CHARGED_BACK])
    expect(store.notes.get("chargeback")?.amount).toBe("10.00")
  })

  test("is forgotten when it is over", async () => {
    const store = new NotingStore([ID])
    await keepTroubles(store, triedWith("60"), MET)
    await keepTroubles(store, triedWith("0"), MET)
    expect(store.notes.size).toBe(0)
  })

  test("of a payment that reconciling can't sync is when that began, and why it fails now", async () => {
    const store = new NotingStore([ID])
    const of = { external_id: ID, provider_id: "pp_rozetkapay_main" }
    await noteUnclosed(store, of, { since: "2025-12-31T00:00:00.000Z", why: "locked" })
    await noteUnclosed(store, of, { since: "2026-01-01T00:00:00.000Z", why: "sold\nout" })
    await noteUnclosed(store, of, { since: "2026-01-01T00:00:00.000Z", why: "sold\nout" })
    expect(store.notes.get("difference")).toMatchObject({
      since: "2025-12-31T00:00:00.000Z",
      detail: "sold out",
      amount: null,
    })
    expect(store.writes).toBe(2)
  })

  test.each([
    1, 2,
  ])("is told for all that its database goes away at the %s. note of it", async (nth) => {
    const store = new NotingStore([ID])
    const { noteTrouble } = store
    let notes = 0
    store.noteTrouble = (entry) => {
      notes += 1
      return notes === nth ? Promise.reject(new Error("away")) : noteTrouble(entry)
    }
    await expect(keepTroubles(store, triedWith("60"), MET)).rejects.toThrow("away")
    for (let sync = 0; sync < 3; sync += 1) await keepTroubles(store, triedWith("60"), MET)
    expect(store.events).toEqual(nth === 1 ? [CHARGED_BACK] : [CHARGED_BACK, CHARGED_BACK])
  })
})

describe("What reconciling looks at and has nothing to do for", () => {
  const OF = { external_id: ID, provider_id: "pp_rozetkapay_main" }

  test("is noted when nobody can close it, as an attempt that a bank never decides", async () => {
    const store = new NotingStore([ID])
    const tried = triedWith("0")
    const gateway = { ...someGatewayLedger({}), pending: true }
    const waiting: Try = {
      ...tried,
      situation: situation({ store: null, gateway }),
      actions: [{ do: "wait" }],
      openedAt: store.time - 25 * 60 * 60_000,
    }
    await reviewTroubles(store, OF, { tries: [waiting] })
    expect([...store.notes.keys()]).toEqual(["waiting_long"])
  })

  test("is forgotten when both sides agree by now", async () => {
    const store = new NotingStore([ID])
    await noteUnclosed(store, OF, { since: "2025-12-31T00:00:00.000Z", why: "gateway down" })
    await reviewTroubles(store, OF, { tries: [triedWith("0")] })
    expect(store.notes.size).toBe(0)
  })

  test("is forgotten with its purchase, but not what has happened to the money", async () => {
    const store = new NotingStore([ID])
    await keepTroubles(store, triedWith("60"), MET)
    await noteUnclosed(store, OF, { since: "2025-12-31T00:00:00.000Z", why: "gateway down" })
    await reviewTroubles(store, OF, null)
    expect([...store.notes.keys()]).toEqual(["chargeback"])
  })
})
