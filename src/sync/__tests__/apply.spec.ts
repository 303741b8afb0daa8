import { someGatewayLedger, uah } from "../../core/__tests__/random-ledgers"
import { situation } from "../../core/__tests__/situations"
import type { Action } from "../../core/situation"
import { apply, changesWhatIsRead } from "../apply"
import type { Try } from "../snapshot"
import { ID, PROVIDER, RecordingStore, someTry } from "./some-try"

const TEN = uah("10")
const OF_PAYMENT = { payment_id: "pay_1", order_id: "order_1", currency: "UAH" }
const EVENT = {
  provider_id: PROVIDER,
  session_id: ID,
  external_id: ID,
  amount: TEN,
  currency_code: "uah",
}

const applied = async (action: Action, tried: Try = someTry()) => {
  const store = new RecordingStore()
  const result = await apply(store, tried, action)
  return { asked: store.asked, told: store.told, result }
}

const NOTE = "Made at RozetkaPay, recorded by medusa-payment-rozetkapay"
const MOVES: [string, Action, unknown[][], [string, string] | null][] = [
  [
    "a capture in the cabinet is recorded, and not sent",
    { do: "record_capture", amount: TEN },
    [["capturePayment", { payment_id: "pay_1", amount: TEN, captured_by: "RozetkaPay" }]],
    ["rozetkapay.capture.recorded", "made_elsewhere"],
  ],
  [
    "a refund in the cabinet is recorded, and not sent",
    { do: "record_refund", amount: TEN },
    [["refundPayment", OF_PAYMENT, TEN, { note: NOTE, created_by: "RozetkaPay" }]],
    ["rozetkapay.refund.recorded", "made_elsewhere"],
  ],
  [
    "a cancellation in the cabinet is recorded, and not sent",
    { do: "record_cancel", amount: TEN },
    [["recordCancel", "pay_1", ID]],
    ["rozetkapay.authorization.canceled", "made_elsewhere"],
  ],
  [
    "what was to be captured at once is captured",
    { do: "capture", amount: TEN },
    [["capturePayment", { payment_id: "pay_1", amount: TEN }]],
    null,
  ],
  [
    "what is held for a canceled order is canceled",
    { do: "cancel_hold", amount: TEN },
    [["cancelPayment", "pay_1"]],
    ["rozetkapay.authorization.canceled", "order_canceled"],
  ],
  [
    "what was captured for a canceled order is refunded",
    { do: "refund_charge", amount: TEN },
    [
      [
        "refundPayment",
        OF_PAYMENT,
        TEN,
        { note: "The order was cancelled", created_by: "rozetkapay-return-charge" },
      ],
    ],
    ["rozetkapay.payment.returned", "order_canceled"],
  ],
]

describe("What is decided of a payment is done through Medusa, and told:", () => {
  test.each(MOVES)("%s", async (_, action, asked, event) => {
    const done = await applied(action)
    expect(done.asked).toEqual(asked)
    expect(done.told).toEqual(event ? [[event[0], { ...EVENT, reason: event[1] }]] : [])
    expect(done.result).toEqual({})
  })

  test.each(MOVES)("%s, but nothing without a Payment", async (_, action) => {
    const done = await applied(action, someTry({ payment_id: null }))
    expect(done).toEqual({ asked: [], told: [], result: {} })
  })

  test("a cancellation is told also of a provider that is not set up any more, whose Payment nobody can write", async () => {
    const store = new RecordingStore({ findProvider: async () => null })
    await apply(store, someTry(), { do: "record_cancel", amount: TEN })
    expect(store.asked).toEqual([])
    expect(store.told).toHaveLength(1)
  })

  test.each<Action>([{ do: "nothing" }, { do: "wait" }])("nothing, of $do", async (action) => {
    expect(await applied(action)).toEqual({ asked: [], told: [], result: {} })
  })

  test("an answer that can't be counted moves nothing, and is told to who reads the log", async () => {
    const lines: string[] = []
    const log = { info: () => {}, warn: () => {}, error: (line: string) => void lines.push(line) }
    const store = new RecordingStore({ log })
    const problem = "no\ncurrency"
    expect(await apply(store, someTry(), { do: "report_unclear", problem })).toEqual({})
    expect(store.asked).toEqual([])
    expect(lines).toEqual([expect.stringContaining("session_id=payses_01: no currency")])
  })

  test("an order is placed first, and the rest is looked at again", () => {
    const actions: Action[] = [
      { do: "nothing" },
      { do: "wait" },
      { do: "place_order" },
      { do: "authorize" },
    ]
    expect(actions.map(changesWhatIsRead)).toEqual([false, false, true, true])
  })
})

describe("A refused attempt to pay", () => {
  const decline = { code: "card_expired", description: "Expired", attempt: "tx_2" }

  test("is told with its reason, and noted as told beside those before", async () => {
    const tried = someTry({ situation: situation({ reportedDeclines: ["tx_1"] }) })
    const done = await applied({ do: "report_decline", decline }, tried)
    const event = { ...EVENT, amount: uah("100"), reason: "card_expired: Expired" }
    expect(done.told).toEqual([["rozetkapay.payment.failed", event]])
    expect(done.asked).toEqual([
      ["noteOnSession", tried.terms, { rozetkapay_declines: ["tx_1", "tx_2"] }],
    ])
    expect(done.result).toEqual({})
  })

  test("has a reason also when RozetkaPay gives none, and an amount when its session is gone", async () => {
    const nothing = { code: null, description: null }
    const tried = someTry({ situation: situation({ session: null }) })
    const done = await applied({ do: "report_decline", decline: nothing }, tried)
    expect(done.told).toMatchObject([[{}, { amount: uah("0"), reason: "refused" }]])
  })

  test("names its code alone when there is no more to say", async () => {
    const done = await applied({ do: "report_decline", decline: { ...decline, description: null } })
    expect(done.told).toMatchObject([[{}, { reason: "card_expired" }]])
  })
})

describe("Money that nobody can place", () => {
  const paid = someGatewayLedger({ authorized: "10", captured: "10" })
  const noting = (isNews: boolean) => {
    const notes: unknown[] = []
    const store = new RecordingStore({
      findUnexplained: async () => null,
      noteUnexplained: async (entry, isFirst) => {
        notes.push([entry, isFirst])
        return isNews
      },
    })
    return { store, notes }
  }
  const report: Action = { do: "report_unexplained", amount: TEN }

  test.each<[string, Partial<Try["situation"]>]>([
    ["other_installation", { foreign: true }],
    ["returned_in_part", {}],
    ["unknown_purchase", { session: null }],
  ])("is noted for staff and told with its reason: %s", async (reason, fields) => {
    const { store, notes } = noting(true)
    const tried = someTry({ situation: situation({ gateway: paid, ...fields }) })
    expect(await apply(store, tried, report)).toEqual({})
    expect(store.told).toEqual([["rozetkapay.payment.unexplained", { ...EVENT, reason }]])
    const entry = {
      ...{ external_id: ID, provider_id: PROVIDER, amount: TEN },
      ...{ currency_code: "uah", capture: true, seen_at: "2026-01-01T00:00:00.000Z" },
    }
    expect(notes).toEqual([[entry, true]])
    expect(store.asked).toEqual([])
  })

  test("is not told of when another process has done so", async () => {
    const { store } = noting(false)
    await apply(store, someTry(), report)
    expect(store.told).toEqual([])
  })
})
