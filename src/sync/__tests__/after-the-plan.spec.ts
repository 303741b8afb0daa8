import { uah } from "../../core/__tests__/random-ledgers"
import { situation } from "../../core/__tests__/situations"
import type { PaymentTerms } from "../../provider/session-data"
import { emitEvent } from "../emit-event"
import { keepConsent } from "../keep-consent"
import { noteHowPaid } from "../note-how-paid"
import { repairMovedPayment } from "../repair-moved-payment"
import { repairOrderOf } from "../repair-order-of-try"
import type { FoundProvider, Store } from "../store"
import { ID, PROVIDER, RecordingStore, someTry, TERMS } from "./some-try"

const OF = { payment_id: "pay_1", order_id: "order_1", currency: "UAH" }
const ROW = {
  ...{ id: "capt_1", kind: "capture" as const, amount: uah("1"), createdBy: null },
  ...{ isSent: true, call: null, writtenAt: 1 },
}

describe("The order's totals", () => {
  const repaired = async (fields: Parameters<typeof someTry>[0]) => {
    const store = new RecordingStore()
    await repairOrderOf(store, someTry(fields))
    return store.asked
  }

  test("are put right after a payment has moved, or something of it was recorded", async () => {
    expect(await repaired({ rows: [ROW] })).toEqual([["repairOrder", OF]])
    expect(await repaired({ actions: [{ do: "nothing" }, { do: "wait" }] })).toHaveLength(1)
    expect(await repaired({ situation: situation({ orderCanceled: true }) })).toHaveLength(1)
  })

  test("are not even looked at when nothing was done, or there is no order", async () => {
    expect(await repaired({})).toEqual([])
    expect(await repaired({ rows: [ROW], order_id: null })).toEqual([])
  })
})

describe("The order's totals after staff captured or refunded", () => {
  const repaired = async (change: Partial<Store>) => {
    const locked: string[] = []
    const store = new RecordingStore({
      readPayment: async () => ({ collectionId: "pay_col_01", currency: "UAH" }),
      orderOf: async () => "order_1",
      isRightOrder: async () => false,
      alone: (key, job) => {
        locked.push(key)
        return job()
      },
      ...change,
    })
    await repairMovedPayment(store, "pay_1")
    return { asked: store.asked, locked }
  }

  test("are put right under the purchase's lock", async () => {
    const { asked, locked } = await repaired({})
    expect(asked).toEqual([["repairOrder", OF]])
    expect(locked).toEqual(["rozetkapay-sync:pay_col_01", "rozetkapay-sync:order_1"])
  })

  test.each<[string, Partial<Store>]>([
    ["they are right", { isRightOrder: async () => true }],
    ["there is no order", { orderOf: async () => null }],
    ["the payment is another provider's", { readPayment: async () => null }],
  ])("are left alone when %s", async (_, change) => {
    expect(await repaired(change)).toEqual({ asked: [], locked: [] })
  })
})

describe("How a payment was paid", () => {
  const NEWS = { rozetkapay_brand: "visa" }

  test("is noted in its Payment", async () => {
    const store = new RecordingStore()
    await noteHowPaid(store, someTry({ howPaidNews: NEWS }))
    expect(store.asked).toEqual([["noteHowPaid", "pay_1", NEWS]])
  })

  test("is noted nowhere without news or a Payment", async () => {
    const store = new RecordingStore()
    await noteHowPaid(store, someTry())
    await noteHowPaid(store, someTry({ howPaidNews: NEWS, payment_id: null }))
    expect(store.asked).toEqual([])
  })

  test("stops no sync when it can't be noted, and is told in the log", async () => {
    const lines: string[] = []
    const store = new RecordingStore({
      log: { info: () => {}, error: () => {}, warn: (line) => void lines.push(line) },
      noteHowPaid: () => Promise.reject(new Error("away")),
    })
    await noteHowPaid(store, someTry({ howPaidNews: NEWS }))
    expect(lines).toHaveLength(1)
  })
})

describe("A customer's consent to later payments", () => {
  const kept = async (
    terms: PaymentTerms,
    canCharge = true,
    payment_id: string | null = "pay_1",
  ) => {
    const consents: PaymentTerms[] = []
    const charging = {
      keepConsent: async (of: PaymentTerms) => void consents.push(of),
      consentedInstrument: async () => null,
    }
    const model = new RecordingStore()
    const store = new RecordingStore({
      findProvider: async (): Promise<FoundProvider> => {
        const found = await model.findProvider(PROVIDER)
        if (!found) throw new Error("Not found")
        return canCharge ? { ...found, provider: { ...found.provider, ...charging } } : found
      },
    })
    await keepConsent(store, someTry({ terms, payment_id }))
    return consents
  }

  test("is kept with the payment that it came with", async () => {
    const terms = { ...TERMS, remember: true }
    expect(await kept(terms)).toEqual([terms])
  })

  test("is not kept of who gave none, before there is a Payment, or by what can't charge again", async () => {
    const terms = { ...TERMS, remember: true }
    expect(await kept(TERMS)).toEqual([])
    expect(await kept(terms, true, null)).toEqual([])
    expect(await kept(terms, false)).toEqual([])
  })
})

test("What is told to a store's subscribers names the payment, the amount and why, and nothing else", async () => {
  const store = new RecordingStore()
  const of = { ...someTry(), terms: { ...TERMS, installation: "abc" } }
  await emitEvent(store, of, "rozetkapay.payment.returned", uah("10"), "mismatched")
  await emitEvent(store, of, "rozetkapay.payment.returned", uah("10"), "order_failed", "")
  const data = {
    ...{ provider_id: PROVIDER, session_id: ID, external_id: ID },
    ...{ amount: "10.00", currency_code: "uah" },
  }
  expect(store.told).toEqual([
    ["rozetkapay.payment.returned", { ...data, reason: "mismatched" }],
    ["rozetkapay.payment.returned", { ...data, reason: "order_failed", message: "" }],
  ])
})
