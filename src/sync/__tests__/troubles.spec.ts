import { someGatewayLedger, someLedger, uah } from "../../core/__tests__/random-ledgers"
import { situation } from "../../core/__tests__/situations"
import type { NotedKind } from "../../core/trouble"
import type { Try } from "../snapshot"
import {
  keepTroubles,
  type NotedTrouble,
  noteFailedRefund,
  noteUnclosed,
  reviewTroubles,
} from "../troubles"
import { ID, someTry } from "./some-try"
import { StoreModel } from "./store-model"

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
  return someTry({ situation: situation({ store: someLedger(sums), gateway }), cart_id: null })
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

describe("A refund that failed after RozetkaPay had accepted it", () => {
  const failing = (refunded: string, decline: string | null = "no_funds"): Try => {
    const sums = { authorized: "100", captured: "100", refunded }
    const refundDecline = decline === null ? null : { code: decline, description: null }
    const gateway = { ...someGatewayLedger(sums), refundDecline }
    return { ...triedWith("0"), situation: situation({ store: someLedger(sums), gateway }) }
  }
  class FirstStore extends NotingStore {
    readonly firsts: boolean[] = []
    override noteTrouble = async (entry: NotedTrouble, isFirst = false) => {
      this.firsts.push(isFirst)
      this.notes.set(entry.kind, entry)
      return true
    }
  }

  test("is noted until so much was refunded after all, and another adds to it", async () => {
    const store = new FirstStore([ID])
    await noteFailedRefund(store, failing("10"), uah("20"))
    const noted = { kind: "refund_failed", external_id: ID, provider_id: "pp_rozetkapay_main" }
    const money = { amount: "20.00", currency_code: "uah", over_at: "30.00", detail: "no_funds" }
    const since = "2026-01-01T00:00:00.000Z"
    expect(store.notes.get("refund_failed")).toEqual({ ...noted, ...money, since })
    await noteFailedRefund(store, failing("10"), uah("40"))
    expect(store.notes.get("refund_failed")?.over_at).toBe("50.00")
    expect(store.firsts).toEqual([true, false])

    await keepTroubles(store, failing("30"), MET)
    expect(store.notes.get("refund_failed")).toMatchObject({ amount: "20.00", over_at: "50.00" })
    await keepTroubles(store, failing("50"), MET)
    expect(store.notes.size).toBe(0)
  })

  test("is noted as the first also beside a chargeback", async () => {
    const store = new FirstStore([ID])
    await keepTroubles(store, triedWith("60"), MET)
    await noteFailedRefund(store, failing("10"), uah("20"))
    expect(store.firsts.at(-1)).toBe(true)
  })

  test("is not noted when it was called off: whoever did that knows", async () => {
    const store = new FirstStore([ID])
    await noteFailedRefund(store, failing("10", null), uah("20"))
    expect(store.firsts).toEqual([])
  })
})

describe("What staff are told of a difference", () => {
  const differing = (uncorrected: string) => ({
    uncorrected: uah(uncorrected),
    isUnfinished: false,
  })

  test("is written again only when it says something else, and keeps since when it is known", async () => {
    const store = new NotingStore([ID])
    await keepTroubles(store, triedWith("0"), differing("20"))
    store.time += 60_000
    await keepTroubles(store, triedWith("0"), differing("20"))
    expect(store.writes).toBe(1)
    await keepTroubles(store, triedWith("0"), differing("25"))
    expect(store.writes).toBe(2)
    expect(store.notes.get("difference")).toMatchObject({
      amount: "25.00",
      since: "2026-01-01T00:00:00.000Z",
    })
  })

  test("is told to the store as the first of its kind once, whatever else is noted", async () => {
    const store = new NotingStore([ID])
    const firsts: [string, boolean][] = []
    Object.assign(store, {
      noteTrouble: async (entry: NotedTrouble, isFirst: boolean) => {
        firsts.push([entry.kind, isFirst])
        store.notes.set(entry.kind, entry)
        return true
      },
    })
    await keepTroubles(store, triedWith("60"), differing("20"))
    await keepTroubles(store, triedWith("60"), differing("25"))
    expect(firsts.filter(([kind]) => kind === "difference").map(([, isFirst]) => isFirst)).toEqual([
      true,
      false,
    ])
    expect(firsts.filter(([kind]) => kind === "chargeback").map(([, isFirst]) => isFirst)).toEqual([
      true,
      false,
    ])
  })

  test("is written again when only its words change, and kept while its amount is not known", async () => {
    const store = new NotingStore([ID])
    const of = { external_id: ID, provider_id: "pp_rozetkapay_main" }
    const since = "2026-01-01T00:00:00.000Z"
    await noteUnclosed(store, of, { since, why: "locked" })
    const unfinished = { uncorrected: null, isUnfinished: true }
    await keepTroubles(store, triedWith("0"), unfinished)
    expect(store.notes.get("difference")).toMatchObject({ amount: null, detail: "locked" })
    const unclear = (why: string): Try => ({
      ...triedWith("0"),
      situation: situation({ gateway: someGatewayLedger({ unclear: why }) }),
    })
    await keepTroubles(store, unclear("no currency"), MET)
    expect(store.notes.get("difference")?.detail).toBe("no currency")
  })

  test("is in no more words than a page has room for", async () => {
    const store = new NotingStore([ID])
    const unclear = someGatewayLedger({ unclear: "x".repeat(900) })
    const tried = { ...triedWith("0"), situation: situation({ gateway: unclear }) }
    await keepTroubles(store, tried, MET)
    expect(store.notes.get("difference")?.detail).toBe("x".repeat(500))
  })

  test("stays as it is known while the sync is not finished", async () => {
    const store = new NotingStore([ID])
    await keepTroubles(store, triedWith("0"), differing("20"))
    await keepTroubles(store, triedWith("0"), { uncorrected: null, isUnfinished: true })
    expect(store.notes.get("difference")?.amount).toBe("20.00")
  })

  test("keeps its amount when reconciling can't close it for a new reason", async () => {
    const store = new NotingStore([ID])
    await keepTroubles(store, triedWith("0"), differing("20"))
    const of = { external_id: ID, provider_id: "pp_rozetkapay_main" }
    await noteUnclosed(store, of, { since: "2026-02-01T00:00:00.000Z", why: "locked" })
    expect(store.notes.get("difference")).toEqual({
      ...{ kind: "difference", ...of, amount: "20.00", currency_code: "uah" },
      ...{ detail: "locked", since: "2026-01-01T00:00:00.000Z" },
    })
  })

  test("is of a bank that does not decide only after a day", async () => {
    const store = new NotingStore([ID])
    const gateway = { ...someGatewayLedger({}), pending: true }
    const waiting = (age: number): Try => ({
      ...triedWith("0"),
      situation: situation({ store: null, gateway }),
      actions: [{ do: "wait" }],
      openedAt: store.time - age,
    })
    await keepTroubles(store, waiting(24 * 60 * 60_000), MET)
    expect(store.notes.size).toBe(0)
    await keepTroubles(store, waiting(24 * 60 * 60_000 + 1), MET)
    expect(store.notes.get("waiting_long")?.amount).toBe("100.00")
    await keepTroubles(store, { ...waiting(0), openedAt: null }, MET)
    expect(store.notes.size).toBe(0)
  })
})

describe("A chargeback", () => {
  test("is noted before it is told, and told by nobody whom another process was ahead of", async () => {
    const store = new NotingStore([ID])
    const entries: [string | undefined, boolean][] = []
    Object.assign(store, {
      noteTrouble: async (entry: NotedTrouble, isFirst: boolean) => {
        entries.push([entry.told, isFirst])
        store.notes.set(entry.kind, entry)
        return false
      },
    })
    await keepTroubles(store, triedWith("60"), MET)
    expect(store.events).toEqual([])
    expect(entries).toEqual([
      ["0.00", true],
      ["60.00", false],
    ])
  })

  test("is written again when a part was won back, and not told", async () => {
    const store = new NotingStore([ID])
    await keepTroubles(store, triedWith("60"), MET)
    await keepTroubles(store, triedWith("50"), MET)
    expect(store.writes).toBe(3)
    expect(store.events).toEqual([CHARGED_BACK])
  })
})

test("of a purchase that is gone, what has happened to its money stays: only what a look finds is forgotten", async () => {
  const store = new NotingStore([ID])
  const of = { external_id: ID, provider_id: "pp_rozetkapay_main" }
  const note = (kind: NotedKind) =>
    store.noteTrouble({
      ...{ kind, ...of, amount: null, currency_code: null, detail: null },
      since: "2026-01-01T00:00:00.000Z",
    })
  for (const kind of ["difference", "waiting_long", "chargeback", "refund_failed"] as const)
    await note(kind)
  await reviewTroubles(store, of, null)
  expect([...store.notes.keys()]).toEqual(["chargeback", "refund_failed"])
})
