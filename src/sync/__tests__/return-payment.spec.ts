import { someGatewayLedger, someLedger, uah } from "../../core/__tests__/random-ledgers"
import { situation } from "../../core/__tests__/situations"
import { sessionOf } from "../../core/external-id"
import { installationOf } from "../../core/installation"
import type { Action, ReturnReason } from "../../core/situation"
import { codeOf } from "../../errors"
import type { Treatment } from "../../provider/__tests__/fake-gateway"
import { isLookAgain } from "../../provider/look-again"
import { returnPayment } from "../return-payment"
import { endReturning, noteReturning, type ReturningPayment } from "../returning"
import type { Try } from "../snapshot"
import type { PaymentRow, PurchaseRows, Store } from "../store"
import { ID, PROVIDER, RecordingStore, someTry, TERMS } from "./some-try"

const installation = installationOf("https://shop.example")

const PAID = { authorized: "100", captured: "100" }
const HELD = { authorized: "100" }
const ROW: PaymentRow = {
  ...{ id: "pay_1", sessionId: null, ledger: someLedger(PAID), refundsSent: uah("0") },
  ...{ writtenAt: 1, movements: [], metadata: null },
}

/** A payment of a cart that never became an order in time, so that it goes back. */
class ReturningStore extends RecordingStore {
  readonly noted: ReturningPayment[] = []
  readonly locked: string[] = []

  constructor(sums: Parameters<typeof someGatewayLedger>[0], change: Partial<Store> = {}) {
    super()
    this.pay(ID)
    this.gateway.shown = someGatewayLedger(sums)
    Object.assign(this, change)
  }

  /** What the purchase's Payments are by now. */
  rows: PaymentRow[] = []
  override async readPurchase(id: string | null, ids: Parameters<Store["readPurchase"]>[1]) {
    const rows: PurchaseRows = await super.readPurchase(id, ids)
    return { ...rows, payments: this.rows }
  }

  override alone<Result>(key: string, job: () => Promise<Result>): Promise<Result> {
    this.locked.push(key)
    return super.alone(key, job)
  }
  override findReturning: Store["findReturning"] = async () => this.noted[0] ?? null
  override noteReturning: Store["noteReturning"] = async (entry) => void this.noted.push(entry)
  override forgetReturning: Store["forgetReturning"] = async () => void this.noted.pop()

  get sent() {
    return this.gateway.effects.map(({ move, money }) => `${move} ${money.amount}`)
  }
}

const failed = (fields: Partial<Try> = {}) =>
  someTry({
    payment_id: null,
    order_id: null,
    situation: situation({ orderFailed: true }),
    ...fields,
  })

const EVENT = { provider_id: PROVIDER, session_id: ID, external_id: ID, currency_code: "uah" }

describe("Money that can't become an order goes back", () => {
  test.each<[string, object, string[], string]>([
    ["what was captured is refunded", PAID, ["refund 100.00"], "100.00"],
    ["what is held is canceled", HELD, ["cancel 100.00"], "100.00"],
    [
      "of a part that was captured both",
      { authorized: "100", captured: "40" },
      ["cancel 60.00", "refund 40.00"],
      "100.00",
    ],
  ])("whole, once, and is told: %s", async (_, sums, sent, amount) => {
    const store = new ReturningStore(sums)
    expect(await returnPayment(store, failed())).toEqual({ returned: "order_failed" })
    expect(store.sent).toEqual(sent)
    expect(store.told).toEqual([
      ["rozetkapay.payment.returned", { ...EVENT, amount, reason: "order_failed" }],
    ])
    expect(store.noted).toEqual([])
    expect(store.asked).toEqual([
      ["noteOnSession", expect.anything(), { rozetkapay_returning: true }],
    ])
    expect(store.locked[0]).toBe("cart_01")
    // Again: nothing is there any more.
    await returnPayment(store, failed())
    expect(store.sent).toEqual(sent)
  })

  test("saying why the order could not be placed, as its session notes", async () => {
    const store = new ReturningStore(PAID)
    const { readPurchase } = store
    store.readPurchase = async (...given) => {
      const rows = await readPurchase.apply(store, given)
      const metadata = { rozetkapay_failure: "Sold out" }
      return { ...rows, sessions: rows.sessions.map((one) => ({ ...one, metadata })) }
    }
    await returnPayment(store, failed())
    expect(store.told).toMatchObject([[{}, { message: "Sold out" }]])
  })

  test("also of a page that the store left behind, which its purchase remembers", async () => {
    const store = new ReturningStore(PAID, {
      readTry: async () => ({ data: undefined, collectionId: null, sessions: [] }),
      readLeftTry: async (purchase) =>
        purchase === "pay_col_01"
          ? { collectionId: purchase, left: { ...TERMS, installation } }
          : null,
    })
    expect(await returnPayment(store, failed())).toEqual({ returned: "order_failed" })
    expect(await returnPayment(store, failed({ payment_collection_id: null }))).toEqual({})
  })

  test("under a lock of its own where there is no cart", async () => {
    const store = new ReturningStore(PAID)
    await returnPayment(store, failed({ cart_id: null }))
    expect(store.locked[0]).toBe(`rozetkapay-return-payment:${ID}`)
  })

  test("with what an earlier try returned and did not tell", async () => {
    const store = new ReturningStore({ ...PAID, refunded: "30" })
    await returnPayment(store, failed())
    expect(store.sent).toEqual(["refund 70.00"])
    expect(store.told).toMatchObject([[{}, { amount: "100.00" }]])
  })

  test("not at all when another look finds that it pays for the order", async () => {
    const store = new ReturningStore(PAID)
    expect(await returnPayment(store, failed({ situation: situation() }))).toEqual({})
    expect(store.sent).toEqual([])
    expect(store.told).toEqual([])
  })

  test("not at all by a provider that is gone", async () => {
    const store = new ReturningStore(PAID, { findProvider: async () => null })
    await expect(returnPayment(store, failed())).rejects.toThrow()
    expect(store.told).toEqual([])
  })

  test("not past a Payment that was written in this moment: it is looked at again", async () => {
    const store = new ReturningStore(PAID, { hasPayment: async () => true })
    const error = await returnPayment(store, failed()).catch((one: unknown) => one)
    expect(isLookAgain(error)).toBe(true)
    expect(store.sent).toEqual([])
    expect(store.noted).toEqual([])
  })
})

describe("Money with a Payment goes back through Medusa, whose ledger must show it", () => {
  const written = (sums: object) => {
    const store = new ReturningStore(sums, { hasPayment: async () => true })
    store.rows = [{ ...ROW, sessionId: sessionOf(ID), ledger: someLedger(sums) }]
    return store
  }

  test("a charge by a refund", async () => {
    const store = written(PAID)
    expect(await returnPayment(store, failed())).toEqual({ returned: "order_failed" })
    expect(store.asked).toEqual([
      [
        "refundPayment",
        { payment_id: "pay_1", order_id: null, currency: "UAH" },
        "100.00",
        { note: "No order could be placed", created_by: "rozetkapay-return-payment" },
      ],
    ])
    expect(store.sent).toEqual([])
    expect(store.told).toMatchObject([[{}, { amount: "100.00" }]])
  })

  test("a hold by its cancellation", async () => {
    const store = written(HELD)
    await returnPayment(store, failed())
    expect(store.asked).toEqual([["cancelPayment", "pay_1"]])
  })

  test("telling only what goes back now: the rest was recorded", async () => {
    const store = written({ ...PAID, refunded: "30" })
    await returnPayment(store, failed())
    expect(store.told).toMatchObject([[{}, { amount: "70.00" }]])
  })
})

describe("A return that is interrupted", () => {
  test("is known as begun while nobody knows whether it was made, and keeps its first reason", async () => {
    const store = new ReturningStore(PAID)
    store.gateway.treatments.push("loses the request")
    const error = await returnPayment(store, failed()).catch((one: unknown) => one)
    expect(codeOf(error)).toBe("outcome_unknown")
    expect(store.noted).toEqual([{ external_id: ID, reason: "order_failed" }])
    expect(store.told).toEqual([])
    const again = someTry({ situation: situation(), payment_id: null })
    expect(await noteReturning(store, again, "mismatched")).toBe(false)
    expect(store.noted).toEqual([{ external_id: ID, reason: "order_failed" }])
  })

  test("is not begun when RozetkaPay refused it, so that the next look decides anew", async () => {
    const store = new ReturningStore(PAID)
    store.gateway.treatments.push("refuses")
    await expect(returnPayment(store, failed())).rejects.toThrow()
    expect(store.noted).toEqual([])
  })

  test.each<[string, object, Treatment[]]>([
    ["a part of it was sent before", { authorized: "100", captured: "40" }, ["works", "refuses"]],
    ["RozetkaPay has accepted it, and not made it yet", HELD, ["defers"]],
  ])("stays begun, so that it is told of in the end, when %s", async (_, sums, treatments) => {
    const store = new ReturningStore(sums)
    store.gateway.treatments.push(...treatments)
    await expect(returnPayment(store, failed())).rejects.toThrow()
    expect(store.told).toEqual([])
    expect(store.noted).toEqual([{ external_id: ID, reason: "order_failed" }])
  })

  test("stays begun by an earlier try, whose answer may still be on its way, when this one is refused", async () => {
    const store = new ReturningStore(PAID)
    store.noted.push({ external_id: ID, reason: "mismatched" })
    store.gateway.treatments.push("refuses")
    await expect(returnPayment(store, failed())).rejects.toThrow()
    expect(store.noted).toHaveLength(1)
  })
})

describe("A return of whose end nobody was told", () => {
  const REFUNDED = { ...PAID, refunded: "100" }
  const look = async (sums: object, actions: Action[] = [{ do: "nothing" }], isBegun = true) => {
    const store = new ReturningStore(sums)
    const reason: ReturnReason = "order_failed"
    if (isBegun) store.noted.push({ external_id: ID, reason })
    const gateway = someGatewayLedger(sums)
    await endReturning(
      store,
      someTry({ actions, failure: "Sold out", situation: situation({ gateway }) }),
    )
    return { told: store.told, noted: store.noted.length }
  }

  test("is told of by the first look that finds all of the money gone", async () => {
    const { told, noted } = await look(REFUNDED)
    const why = { amount: "100.00", reason: "order_failed", message: "Sold out" }
    expect(told).toEqual([["rozetkapay.payment.returned", { ...EVENT, ...why }]])
    expect(noted).toBe(0)
  })

  test("is forgotten when it was given up: what is there has its order", async () => {
    expect(await look({ ...PAID, refunded: "30" })).toEqual({ told: [], noted: 0 })
  })

  test.each<[string, object, Action[]]>([
    ["nothing went back yet", PAID, [{ do: "nothing" }]],
    [
      "more is to go back",
      REFUNDED,
      [{ do: "return", reason: "orphaned", hold: uah("0"), charge: uah("1") }],
    ],
    ["it is waited for", REFUNDED, [{ do: "nothing" }, { do: "wait" }]],
    ["nobody can count it", { ...REFUNDED, unclear: "no currency" }, [{ do: "nothing" }]],
  ])("is still open while %s", async (_, sums, actions) => {
    expect(await look(sums, actions)).toEqual({ told: [], noted: 1 })
  })

  test("is none where none was begun: a refund of staff's is no return", async () => {
    expect(await look(REFUNDED, [{ do: "nothing" }], false)).toEqual({ told: [], noted: 0 })
  })
})
