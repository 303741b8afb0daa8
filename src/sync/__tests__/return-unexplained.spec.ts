import { someGatewayLedger, uah } from "../../core/__tests__/random-ledgers"
import { situation } from "../../core/__tests__/situations"
import type { GatewayLedger } from "../../core/ledger"
import { codeOf } from "../../errors"
import { endUnexplained, returnUnexplained } from "../return-unexplained"
import type { Store } from "../store"
import { noteUnexplained, type UnexplainedPayment } from "../unexplained"
import { ID, PROVIDER, RecordingStore, someTry, TERMS } from "./some-try"

const PAID = { authorized: "100", captured: "100" }
const ENTRY: UnexplainedPayment = {
  ...TERMS,
  amount: "100.00",
  seen_at: "2025-12-31T00:00:00.000Z",
}

/** Money that staff see in the list of what the store can't place. */
class UnexplainedStore extends RecordingStore {
  readonly notes: (string | undefined)[] = []
  readonly locked: string[] = []
  entry: UnexplainedPayment | null = ENTRY

  constructor(shown: GatewayLedger = someGatewayLedger(PAID), change: Partial<Store> = {}) {
    super()
    this.gateway.shown = shown
    Object.assign(this, change)
  }

  override alone<Result>(key: string, job: () => Promise<Result>): Promise<Result> {
    this.locked.push(key)
    return super.alone(key, job)
  }
  override findUnexplained: Store["findUnexplained"] = async () => this.entry
  override noteUnexplained: Store["noteUnexplained"] = async (entry) => {
    this.notes.push(entry.gone_before)
    this.entry = entry
    return true
  }
  override forgetUnexplained: Store["forgetUnexplained"] = async () => {
    const was = this.entry
    this.entry = null
    return was
  }

  get sent() {
    return this.gateway.effects.map(({ move, money }) => `${move} ${money.amount}`)
  }
}

const codeWhen = (store: Store) =>
  returnUnexplained(store, ID).then(
    () => null,
    (error: unknown) => codeOf(error),
  )
const EVENT = {
  ...{ provider_id: PROVIDER, session_id: ID, external_id: ID },
  ...{ currency_code: "uah", reason: "orphaned" },
}

describe("Money that the store can't place and staff return", () => {
  test.each<[string, object, string[]]>([
    ["a charge", PAID, ["refund 100.00"]],
    ["a hold", { authorized: "100" }, ["cancel 100.00"]],
    ["both", { authorized: "100", captured: "40" }, ["cancel 60.00", "refund 40.00"]],
  ])("goes back whole, is told, and leaves the list: %s", async (_, sums, sent) => {
    const store = new UnexplainedStore(someGatewayLedger(sums))
    expect(await returnUnexplained(store, ID)).toEqual({
      ...{ external_id: ID, provider_id: PROVIDER, currency_code: "uah" },
      returned: "100.00",
    })
    expect(store.sent).toEqual(sent)
    expect(store.entry).toBeNull()
    expect(store.told).toEqual([["rozetkapay.payment.returned", { ...EVENT, amount: "100.00" }]])
    expect(store.locked[0]).toBe("rozetkapay-sync:pay_col_01")
  })

  test("goes back once, however often staff press", async () => {
    const store = new UnexplainedStore()
    await returnUnexplained(store, ID)
    expect(await codeWhen(store)).toBe("no_such_unexplained")
    expect(store.sent).toHaveLength(1)
  })

  test("is none where its provider is gone", async () => {
    const store = new UnexplainedStore(undefined, { findProvider: async () => null })
    expect(await codeWhen(store)).toBe("no_such_unexplained")
  })

  test("stays when the store has its Payment by now, and leaves the list", async () => {
    const store = new UnexplainedStore(undefined, { hasPayment: async () => true })
    expect(await codeWhen(store)).toBe("explained_meanwhile")
    expect(store.entry).toBeNull()
    expect(store.sent).toEqual([])
  })

  test("is not told when there was nothing left of it", async () => {
    const store = new UnexplainedStore(someGatewayLedger({ ...PAID, refunded: "100" }))
    expect(await returnUnexplained(store, ID)).toMatchObject({ returned: "0.00" })
    expect(store.told).toEqual([])
  })

  test("is told as what went back since staff asked first", async () => {
    const store = new UnexplainedStore(someGatewayLedger({ ...PAID, refunded: "30" }))
    store.entry = { ...ENTRY, gone_before: "10.00" }
    expect(await returnUnexplained(store, ID)).toMatchObject({ returned: "90.00" })
    expect(store.notes).toStrictEqual([])
  })

  test("is not told with what had gone back before staff asked", async () => {
    const store = new UnexplainedStore(someGatewayLedger({ ...PAID, refunded: "30" }))
    expect(await returnUnexplained(store, ID)).toMatchObject({ returned: "70.00" })
    expect(store.notes).toStrictEqual(["30.00"])
  })

  test("is noted as being returned when RozetkaPay's answer is lost", async () => {
    const store = new UnexplainedStore()
    store.gateway.treatments.push("loses the request")
    expect(await codeWhen(store)).toBe("return_not_known")
    expect(store.entry).toEqual({ ...ENTRY, gone_before: "0.00" })
    expect(store.told).toEqual([])
  })

  test("is as before when RozetkaPay refused it: what goes back later is somebody else's doing", async () => {
    const store = new UnexplainedStore()
    store.gateway.treatments.push("refuses")
    expect(await codeWhen(store)).toBe("refused_movement")
    expect(store.notes).toStrictEqual(["0.00", undefined])
    expect(store.entry).toEqual(ENTRY)
  })

  test("stays noted when a part of it was returned before the rest was refused", async () => {
    const store = new UnexplainedStore(someGatewayLedger({ authorized: "100", captured: "40" }))
    store.gateway.treatments.push("works", "refuses")
    await codeWhen(store)
    expect(store.notes).toStrictEqual(["0.00"])
  })

  test("stays noted when an earlier press was, though this one is refused", async () => {
    const store = new UnexplainedStore()
    store.entry = { ...ENTRY, gone_before: "10.00" }
    store.gateway.treatments.push("refuses")
    await codeWhen(store)
    expect(store.entry.gone_before).toBe("10.00")
  })

  test("stays noted while RozetkaPay is still at it", async () => {
    const ledger = someGatewayLedger({ authorized: "100" })
    const underWay = { capture: uah("0"), cancel: uah("100") }
    const store = new UnexplainedStore({ ...ledger, underWay })
    expect(await codeWhen(store)).toBe("still_under_way")
    expect(store.notes).toStrictEqual(["0.00"])
  })

  test("is not noted when RozetkaPay does not even tell its ledger", async () => {
    const store = new UnexplainedStore()
    store.gateway.isSilent = true
    await codeWhen(store)
    expect(store.notes).toStrictEqual([])
    expect(store.entry).toEqual(ENTRY)
  })
})

describe("Money that is explained by now", () => {
  const ended = async (entry: UnexplainedPayment | null, refunded: string) => {
    const store = new UnexplainedStore()
    store.entry = entry
    const gateway = someGatewayLedger({ ...PAID, refunded })
    await endUnexplained(store, someTry({ situation: situation({ gateway }) }))
    expect(store.entry).toBeNull()
    return store.told
  }

  test("leaves the list, and is told as returned when staff had been returning it", async () => {
    expect(await ended({ ...ENTRY, gone_before: "10.00" }, "100")).toEqual([
      ["rozetkapay.payment.returned", { ...EVENT, amount: "90.00" }],
    ])
    expect(await ended({ ...ENTRY, gone_before: "100.00" }, "100")).toEqual([])
  })

  test("leaves it silently otherwise", async () => {
    expect(await ended(ENTRY, "100")).toEqual([])
    expect(await ended(null, "100")).toEqual([])
  })
})

describe("Money that the store can't place is noted for staff", () => {
  const note = async (entry: UnexplainedPayment | null, terms: object = {}, amount = "100") => {
    const written: unknown[] = []
    const store = new RecordingStore({
      findUnexplained: async () => entry,
      noteUnexplained: async (...given) => {
        written.push(given)
        return true
      },
    })
    const isNews = await noteUnexplained(store, { ...TERMS, ...terms }, uah(amount))
    return { written, isNews }
  }

  test("with what the payment was opened for, and since when it is known", async () => {
    const orders = [ID]
    const { written, isNews } = await note(null, {
      currency_code: "UAH",
      orders,
      installation: "abc",
    })
    const seen_at = "2026-01-01T00:00:00.000Z"
    expect(written).toEqual([[{ ...ENTRY, orders, installation: "abc", seen_at }, true]])
    expect(isNews).toBe(true)
  })

  test("once for each sum, since when it was seen first, and with what staff have begun", async () => {
    expect(await note(ENTRY)).toEqual({ written: [], isNews: false })
    const begun = { ...ENTRY, gone_before: "10.00" }
    const { written } = await note(begun, {}, "90")
    expect(written).toEqual([[{ ...begun, amount: "90.00" }, false]])
    expect((await note(ENTRY, {}, "90")).written).toEqual([[{ ...ENTRY, amount: "90.00" }, false]])
  })
})
