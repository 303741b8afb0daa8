import { someGatewayLedger, someLedger, uah } from "../../core/__tests__/random-ledgers"
import { externalId } from "../../core/external-id"
import { sessionId } from "../../core/session-id"
import { readPurchaseInStore } from "../purchase-in-store"
import type { ReadTry } from "../snapshot"
import type { PaymentRow, PurchaseRows, SessionRow } from "../store"
import { RecordingStore, TERMS } from "./some-try"

const [FIRST, SECOND] = [externalId("payses_01"), externalId("payses_02")]
const COST = { amount: uah("100"), currency: "UAH" }
const PAID = { authorized: "100", captured: "100" }

const readTry = (id = FIRST, sums = PAID, fields: Partial<ReadTry> = {}): ReadTry => ({
  terms: { ...TERMS, external_id: id, installation: "abc" },
  ledger: someGatewayLedger(sums),
  isShown: true,
  foreign: false,
  ...fields,
})

const session = (id = FIRST, fields: Partial<SessionRow> = {}): SessionRow => ({
  ...{ id, asked: COST, data: { ...TERMS, external_id: id } },
  ...{ created_at: "2025-12-31T23:00:00.000Z", metadata: null },
  ...fields,
})

const payment = (of: string | null, fields: Partial<PaymentRow> = {}): PaymentRow => ({
  id: `pay_of_${of}`,
  sessionId: of === null ? null : sessionId(of),
  ledger: someLedger(PAID),
  refundsSent: uah("0"),
  writtenAt: 1,
  movements: [],
  metadata: null,
  ...fields,
})

type Rows = Partial<Omit<PurchaseRows, "purpose">> & { purpose?: Partial<PurchaseRows["purpose"]> }

/** A cart's purchase of 100 UAH, as the store has it; an order when it says so. */
const judge = async (
  { purpose, ...rows }: Rows,
  read: ReadTry[] = [readTry()],
  { outstanding = "100", failed = [FIRST].slice(1) } = {},
) => {
  const asked: string[] = []
  const store = new RecordingStore({
    readPurchase: async () => ({
      ...{ sessions: [session()], deferred: [], payments: [] },
      collection: { id: "pay_col_01", cost: COST, status: "awaiting" },
      ...rows,
      purpose: {
        ...{ cart_id: "cart_01", order_id: null, order_canceled: false, country_code: null },
        ...purpose,
      },
    }),
    outstanding: async (id) => {
      asked.push(id)
      return uah(outstanding)
    },
  })
  const tries = await readPurchaseInStore(store, "pay_col_01", read, failed)
  return { tries, asked, own: tries[0]?.situation, actions: tries.map((one) => one.actions[0]?.do) }
}

const ORDERED = { order_id: "order_1" }
const OF_LINK = { cart_id: null, order_id: "order_1" }

describe("Money that is paid on a page", () => {
  test("places the order of its cart when it is exactly what the cart costs by now", async () => {
    expect((await judge({})).actions).toEqual(["place_order"])
    const dearer = { id: "pay_col_01", cost: { ...COST, amount: uah("101") }, status: "awaiting" }
    expect((await judge({ collection: dearer })).actions).toEqual(["return"])
  })

  test("of a flow of the store's own pays what its session asks, whatever the whole costs", async () => {
    const collection = {
      id: "pay_col_01",
      cost: { ...COST, amount: uah("500") },
      status: "awaiting",
    }
    const { own, actions } = await judge({ collection, purpose: { cart_id: null } })
    expect(own?.cost).toBeNull()
    expect(own?.forCart).toBe(false)
    expect(actions).toEqual(["authorize"])
  })

  test("is returned when nothing is asked any more", async () => {
    const { own, tries } = await judge({ sessions: [] })
    expect(own?.session).toBeNull()
    expect(tries[0]).toMatchObject({ openedAt: null, startWasCutOff: false })
  })

  test("is judged in the order in which the pages were opened, however it was read", async () => {
    const sessions = [session(FIRST), session(SECOND)]
    const { tries, actions } = await judge({ sessions }, [readTry(SECOND), readTry(FIRST)])
    expect(tries.map(({ terms }) => terms.external_id)).toEqual([FIRST, SECOND])
    expect(actions).toEqual(["place_order", "wait"])
  })

  test("goes back when no order came of it for as long as the merchant waits, and that one alone", async () => {
    const sessions = [session(FIRST), session(SECOND)]
    const { tries } = await judge({ sessions }, [readTry(FIRST), readTry(SECOND)], {
      failed: [FIRST],
    })
    expect(tries.map(({ situation }) => situation.orderFailed)).toEqual([true, false])
  })

  test.each<[string, Partial<ReadTry>, boolean]>([
    ["the store shows it and this installation opened it", {}, true],
    ["the store does not show it", { isShown: false }, false],
    ["another installation opened it", { foreign: true }, false],
    ["nobody says which installation opened it", { terms: { ...TERMS } }, false],
  ])("goes back by itself only when %s", async (_, fields, proven) => {
    expect((await judge({}, [readTry(FIRST, PAID, fields)])).own?.proven).toBe(proven)
  })
})

describe("What an order still lacks", () => {
  test("is asked for only when money came that no Payment tells of", async () => {
    const paid = { payments: [payment(FIRST)], purpose: ORDERED }
    expect((await judge(paid)).asked).toEqual([])
    expect((await judge({})).asked).toEqual([])
    expect(
      (await judge({ purpose: ORDERED }, [readTry(FIRST, { authorized: "0", captured: "0" })]))
        .asked,
    ).toEqual([])
    expect((await judge({ purpose: ORDERED })).asked).toEqual(["order_1"])
  })

  test("is asked for also when another page of it was never paid", async () => {
    const sessions = [session(FIRST), session(SECOND)]
    const read = [readTry(FIRST), readTry(SECOND, { authorized: "0", captured: "0" })]
    expect((await judge({ sessions, purpose: ORDERED }, read)).asked).toEqual(["order_1"])
  })

  test("is by a link what that costs by now", async () => {
    expect((await judge({ purpose: OF_LINK })).own?.cost).toEqual(COST)
  })

  test("is no more than this purchase of it costs", async () => {
    const of = {
      purpose: OF_LINK,
      payments: [
        payment("payses_09", { ledger: someLedger({ authorized: "30", captured: "30" }) }),
      ],
    }
    expect((await judge(of, undefined, { outstanding: "500" })).own?.outstanding).toBe("70.00")
    expect((await judge(of, undefined, { outstanding: "20" })).own?.outstanding).toBe("20.00")
    expect(
      (await judge({ ...of, collection: null }, undefined, { outstanding: "500" })).own
        ?.outstanding,
    ).toBe("500.00")
  })

  test("is nothing by a link that is completed, but by a cart's that was undone it is all", async () => {
    const collection = { id: "pay_col_01", cost: COST, status: "completed" }
    expect((await judge({ collection, purpose: OF_LINK })).own?.outstanding).toBe("0.00")
    expect((await judge({ collection, purpose: ORDERED })).own?.outstanding).toBe("100.00")
  })
})

describe("A purchase is paid for without this page's money", () => {
  const beside = [payment("payses_09", { writtenAt: 1 })]

  test("by a Payment that was written before, of whichever provider", async () => {
    const { own } = await judge({ payments: beside, purpose: ORDERED })
    expect(own?.paidOtherwise).toBe(true)
    expect(own?.othersPay).toBe(true)
  })

  test("but not by its own Payment", async () => {
    const { own } = await judge({ payments: [payment(FIRST)], purpose: ORDERED })
    expect(own).toMatchObject({ paidOtherwise: false, othersPay: false })
  })

  test("but not while its cart waits for an order: no Payment is the order's yet", async () => {
    const { own } = await judge({ payments: beside })
    expect(own?.paidOtherwise).toBe(false)
    expect(own?.othersPay).toBe(true)
  })

  test("but not when both together are no more than it costs, and always when nobody says what it costs", async () => {
    const half = { authorized: "50", captured: "50" }
    const payments = [payment("payses_09", { ledger: someLedger(half) })]
    const of = { payments, purpose: OF_LINK }
    expect((await judge(of, [readTry(FIRST, half)])).own?.paidOtherwise).toBe(false)
    expect((await judge(of, [readTry(FIRST)])).own?.paidOtherwise).toBe(true)
    expect(
      (await judge({ ...of, collection: null }, [readTry(FIRST, half)])).own?.paidOtherwise,
    ).toBe(true)
  })

  test("but not by a Payment that was undone, or whose money is gone at RozetkaPay", async () => {
    const gone = { ...PAID, refunded: "100" }
    const undone = [payment("payses_09", { ledger: someLedger(gone) })]
    expect((await judge({ payments: undone, purpose: ORDERED })).own?.paidOtherwise).toBe(false)
    const payments = [payment(SECOND)]
    const read = [readTry(FIRST), readTry(SECOND, { ...PAID, ...gone })]
    expect((await judge({ payments, purpose: ORDERED }, read)).own?.paidOtherwise).toBe(false)
  })

  test("by a Payment as the store has it, when RozetkaPay's answer of it can't be counted", async () => {
    const unclear = { ...someGatewayLedger({ unclear: "no currency" }) }
    const read = [readTry(FIRST), readTry(SECOND, PAID, { ledger: unclear })]
    const { own } = await judge({ payments: [payment(SECOND)], purpose: ORDERED }, read)
    expect(own?.paidOtherwise).toBe(true)
  })

  test("for the later of two Payments and not for the first, by time and then by id", async () => {
    const read = [readTry(FIRST), readTry(SECOND)]
    const late = async (...payments: PaymentRow[]) =>
      (await judge({ payments, purpose: ORDERED }, read)).tries.map(
        ({ situation }) => situation.paidOtherwise,
      )
    const at = (of: string, writtenAt: number) => payment(of, { writtenAt })
    expect(await late(at(FIRST, 1), at(SECOND, 2))).toEqual([false, true])
    expect(await late(at(FIRST, 2), at(SECOND, 1))).toEqual([true, false])
    expect(await late(at(SECOND, 2), at(FIRST, 1))).toEqual([false, true])
    expect(await late(at(SECOND, 1), at(FIRST, 1))).toEqual([false, true])
    expect(await late(at(FIRST, 1), at(SECOND, 1))).toEqual([false, true])
  })

  test("by a buyer's word to pay when the parcel comes, unless that is this page's own", async () => {
    const other = await judge({ deferred: [SECOND], purpose: ORDERED })
    expect(other.own).toMatchObject({
      paidOtherwise: true,
      deferred: false,
      orderLacksPayment: false,
    })
    const own = await judge({ deferred: [FIRST], purpose: ORDERED })
    expect(own.own).toMatchObject({ paidOtherwise: false, deferred: true, orderLacksPayment: true })
    const written = await judge({
      deferred: [SECOND],
      payments: [payment(FIRST)],
      purpose: ORDERED,
    })
    expect(written.own?.paidOtherwise).toBe(false)
  })
})

describe("An order lacks its Payment", () => {
  test.each<[string, Rows, boolean]>([
    ["when its cart is one and no Payment was written", { purpose: ORDERED }, true],
    ["but not when one was", { purpose: ORDERED, payments: [payment(FIRST)] }, false],
    ["but not before there is an order", {}, false],
    ["but not by a link, which nobody has paid yet", { purpose: OF_LINK }, false],
  ])("%s", async (_, rows, lacks) => {
    expect((await judge(rows)).own?.orderLacksPayment).toBe(lacks)
  })
})

describe("What is read of a payment", () => {
  test("is what its Payment and its order say", async () => {
    const movements = [
      {
        ...{ id: "capt_1", kind: "capture" as const, amount: uah("100"), createdBy: null },
        ...{ isSent: true, call: null, writtenAt: 2 },
      },
    ]
    const payments = [
      payment("payses_09"),
      payment(FIRST, { movements, refundsSent: uah("5"), ledger: someLedger(PAID) }),
    ]
    const purpose = { ...ORDERED, order_canceled: true, country_code: "ua" }
    const { tries, own } = await judge({ payments, purpose })
    expect(tries[0]).toMatchObject({
      payment_id: "pay_of_payses_01",
      rows: movements,
      payment_collection_id: "pay_col_01",
      openedAt: Date.UTC(2025, 11, 31, 23),
      ...{ cart_id: "cart_01", order_id: "order_1", country_code: "ua" },
      ...{ failingSince: null, failure: null, startWasCutOff: false },
    })
    expect(own).toMatchObject({
      store: someLedger(PAID),
      refundsSent: "5.00",
      ...{ orderPlaced: true, orderCanceled: true, oneStep: true, ours: true, comesSecond: false },
    })
  })

  test("is nothing where there is no Payment, no purchase and no note", async () => {
    const { tries, own } = await judge({ collection: null, sessions: [session(SECOND)] })
    expect(tries[0]).toMatchObject({
      ...{ payment_id: null, rows: [], howPaidNews: null, payment_collection_id: null },
      ...{ openedAt: null },
    })
    expect(own).toMatchObject({ store: null, refundsSent: null, cost: null, session: null })
    const undated = await judge({ sessions: [session(FIRST, { created_at: undefined })] })
    expect(undated.tries[0]?.openedAt).toBeNull()
  })

  test("is what a sync has noted of it before", async () => {
    const metadata = {
      rozetkapay_failing_since: "2026-01-01T00:00:00.000Z",
      rozetkapay_failure: "Sold out",
      rozetkapay_returning: true,
      rozetkapay_declines: ["tx_1"],
    }
    const { tries, own } = await judge({ sessions: [session(FIRST, { metadata })] })
    expect(tries[0]).toMatchObject({ failingSince: Date.UTC(2026, 0, 1), failure: "Sold out" })
    expect(own).toMatchObject({ returning: true, reportedDeclines: ["tx_1"] })
  })

  test("is how it was paid, when its Payment does not say so yet", async () => {
    const howPaid = {
      ...{ rrns: [], authCode: null, mask: null, brand: "visa", bank: null },
      ...{ method: null, parts: null },
    }
    const ledger = { ...someGatewayLedger(PAID), paymentId: "407", howPaid }
    const read = [readTry(FIRST, PAID, { ledger })]
    const news = async (metadata: unknown) =>
      (await judge({ payments: [payment(FIRST, { metadata })], purpose: ORDERED }, read)).tries[0]
        ?.howPaidNews
    expect(await news(null)).toEqual({ rozetkapay_id: "407", rozetkapay_brand: "visa" })
    expect(await news({ rozetkapay_id: "407", rozetkapay_brand: "visa" })).toBeNull()
    expect((await judge({}, read)).tries[0]?.howPaidNews).toBeNull()
  })

  test.each([
    ["a minute ago and its data are its client's still", 61_000, {}, true],
    ["just now: somebody may be about to write them", 59_000, {}, false],
    ["exactly a minute ago", 60_000, {}, false],
    ["long ago, and written", 3_600_000, { ...TERMS }, false],
  ])("is that starting it was cut off, when it began %s", async (_, age, data, isCutOff) => {
    const created_at = new Date(Date.UTC(2026, 0, 1) - age)
    const { tries } = await judge({ sessions: [session(FIRST, { data, created_at })] })
    expect(tries[0]?.startWasCutOff).toBe(isCutOff)
  })

  test("is not that it was cut off where nobody says when it began", async () => {
    const { tries } = await judge({
      sessions: [session(FIRST, { data: {}, created_at: undefined })],
    })
    expect(tries[0]?.startWasCutOff).toBe(false)
  })
})
