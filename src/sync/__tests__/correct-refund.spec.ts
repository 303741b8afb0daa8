import { someGatewayLedger, someLedger, uah } from "../../core/__tests__/random-ledgers"
import { sessionOf } from "../../core/external-id"
import { correctRefund } from "../correct-refund"
import type { PurchaseRows, SentRefund, Store } from "../store"
import type { NotedTrouble } from "../troubles"
import { ID, PROVIDER, RecordingStore, someTry } from "./some-try"

const ROW = { ...{ authorized: "100", captured: "100" }, refunded: "50" }

const refund = (id: string, amount: string, writtenAt = 1): SentRefund => ({
  id,
  amount: uah(amount),
  writtenAt,
})

/** RozetkaPay had accepted refunds of 50 UAH, and shows so much of them as made. */
const failingStore = (shown: string, rows: SentRefund[], refundFailed = true) => {
  const notes: [NotedTrouble, boolean][] = []
  const store: RecordingStore = new RecordingStore({
    sentRefunds: async () => rows,
    noteTrouble: async (...given) => {
      notes.push(given)
      return true
    },
  })
  store.pay(ID)
  store.gateway.shown = {
    ...someGatewayLedger({ ...ROW, refunded: shown, refundFailed }),
    refundDecline: { code: "insufficient_funds", description: "No funds" },
  }
  const { readPurchase } = store
  const readWritten = async (
    ...given: Parameters<Store["readPurchase"]>
  ): Promise<PurchaseRows> => {
    const read = await readPurchase.apply(store, given)
    return {
      ...read,
      purpose: { ...read.purpose, order_id: "order_1" },
      payments: [
        {
          ...{ id: "pay_1", sessionId: sessionOf(ID), ledger: someLedger(ROW) },
          ...{ refundsSent: uah("50"), writtenAt: 1, movements: [], metadata: null },
        },
      ],
    }
  }
  return { store: Object.assign(store, { readPurchase: readWritten }), notes }
}

const ROWS = [refund("first", "20"), refund("second", "30")]

describe("A refund that RozetkaPay had accepted and gave up", () => {
  test("is taken back with all that Medusa made of it, noted for staff and told", async () => {
    const { store, notes } = failingStore("30", ROWS)
    expect(await correctRefund(store, someTry())).toEqual({})
    expect(store.asked).toEqual([
      [
        "takeBackRefunds",
        {
          ...{ payment_id: "pay_1", order_id: "order_1", collection_id: "pay_col_01" },
          currency: "UAH",
        },
        [ROWS[0]],
      ],
    ])
    expect(store.told).toEqual([
      [
        "rozetkapay.payment.failed",
        {
          ...{ provider_id: PROVIDER, session_id: ID, external_id: ID },
          ...{ amount: "20.00", currency_code: "uah", reason: "refund_failed" },
        },
      ],
    ])
    expect(notes).toEqual([
      [
        {
          ...{ kind: "refund_failed", external_id: ID, provider_id: PROVIDER },
          ...{ amount: "20.00", currency_code: "uah", over_at: "50.00" },
          detail: "insufficient_funds: No funds",
          since: "2026-01-01T00:00:00.000Z",
        },
        true,
      ],
    ])
  })

  test("is noted before anything is taken back: who is told of that finds the note", async () => {
    const { store, notes } = failingStore("30", ROWS)
    store.takeBackRefunds = async () => {
      throw new Error(`${notes.length} notes by now`)
    }
    await expect(correctRefund(store, someTry())).rejects.toThrow("1 notes by now")
  })

  test("leaves every row as it is when none add up to it, and staff are told", async () => {
    const { store, notes } = failingStore("25", ROWS)
    expect(await correctRefund(store, someTry())).toEqual({ uncorrected: "25.00" })
    expect(store.asked).toEqual([])
    expect(store.told).toEqual([])
    expect(notes).toEqual([])
  })

  test("is none when another look finds it made after all", async () => {
    const { store } = failingStore("50", ROWS)
    expect(await correctRefund(store, someTry())).toEqual({})
    expect(store.asked).toEqual([])
  })

  test("is none when RozetkaPay has only not begun it yet", async () => {
    const { store } = failingStore("30", ROWS, false)
    expect(await correctRefund(store, someTry())).toEqual({})
    expect(store.asked).toEqual([])
  })

  test("is none without a Payment, or when the purchase is gone", async () => {
    const { store } = failingStore("30", ROWS)
    expect(await correctRefund(store, someTry({ payment_id: null }))).toEqual({})
    store.readTry = async () => ({
      ...(await new RecordingStore().readTry(someTry().terms)),
      data: {},
      sessions: [],
    })
    expect(await correctRefund(store, someTry())).toEqual({})
    expect(store.asked).toEqual([])
  })

  test("is sought among the last sixteen refunds alone", async () => {
    const many = Array.from({ length: 17 }, (_, n) => refund(`of_${n}`, n === 0 ? "20" : "1000"))
    const { store } = failingStore("30", many)
    expect(await correctRefund(store, someTry())).toEqual({ uncorrected: "20.00" })
  })
})
