import fc from "fast-check"
import { asAuthorized, held, kept, type Ledger } from "../ledger"
import { equals, exceeds, isPositive, least, minus, missing, plus } from "../money"
import { isExactly, plan, planPurchase } from "../plan"
import type { Action, Situation } from "../situation"
import {
  currencies,
  minor,
  minorUnits,
  someGatewayLedger,
  someLedger,
  soundLedger,
  uah,
} from "./random-ledgers"
import { situation as someSituation } from "./situations"

const asked = { amount: uah("1319.99"), currency: "UAH" }

/** A session that a cart waits for, of this store; nobody has paid. */
const situation = (fields: Partial<Situation> = {}): Situation =>
  someSituation({ session: asked, ...fields })

const held1319 = someGatewayLedger({ authorized: "1319.99" })
const captured1319 = someGatewayLedger({ authorized: "1319.99", captured: "1319.99" })

/** The order stands; Medusa's ledger and RozetkaPay's. */
const ordered = (
  store: Parameters<typeof someLedger>[0],
  gateway: Parameters<typeof someGatewayLedger>[0],
) =>
  situation({
    store: someLedger({ authorized: "1319.99", ...store }),
    gateway: someGatewayLedger({ authorized: "1319.99", ...gateway }),
    refundsSent: uah(store?.refunded ?? "0"),
    orderPlaced: true,
  })

describe("money that has arrived", () => {
  test("exactly the session's amount places the order, held or captured", () => {
    expect(plan(situation({ gateway: held1319 }))).toEqual([{ do: "place_order" }])
    expect(plan(situation({ gateway: captured1319 }))).toEqual([{ do: "place_order" }])
  })

  test("without a cart, as by a payment link, it becomes a payment", () => {
    expect(plan(situation({ gateway: captured1319, forCart: false }))).toEqual([
      { do: "authorize" },
    ])
  })

  test("one hryvnia for an order of 1,319.99 goes back, and so does one kopiyka too much", () => {
    for (const amount of ["1.00", "1320.00", "1319.98"]) {
      expect(
        plan(situation({ gateway: someGatewayLedger({ authorized: amount, captured: amount }) })),
      ).toEqual([{ do: "return", reason: "mismatched", hold: "0.00", charge: uah(amount) }])
    }
  })

  test("exactly the session's amount goes back when the cart costs another by now, held, captured or written down", () => {
    const interrupted = { store: someLedger({ authorized: "1319.99" }), gateway: held1319 }
    for (const cost of [
      { amount: uah("1569.49"), currency: "UAH" },
      { amount: uah("1000"), currency: "UAH" },
      { amount: uah("1319.99"), currency: "USD" },
    ]) {
      for (const found of [{ gateway: held1319 }, { gateway: captured1319 }, interrupted]) {
        expect(plan(situation({ ...found, cost }))).toMatchObject([
          { do: "return", reason: "mismatched" },
        ])
      }
    }
    expect(plan(situation({ gateway: held1319, cost: asked }))).toEqual([{ do: "place_order" }])
  })

  test("the right number in another currency goes back", () => {
    const dollars = someGatewayLedger({ authorized: "1319.99" }, "USD")
    expect(plan(situation({ gateway: dollars }))).toEqual([
      { do: "return", reason: "mismatched", hold: "1319.99", charge: "0.00" },
    ])
  })

  test("money of which this store has begun to return a part can't pay for the order any more: the rest goes back too", () => {
    const returning = true
    const refunded = someGatewayLedger({
      authorized: "1319.99",
      captured: "1319.99",
      refunded: "0.01",
    })
    expect(plan(situation({ gateway: refunded, returning }))).toEqual([
      { do: "return", reason: "order_failed", hold: "0.00", charge: "1319.98" },
    ])
    const canceled = someGatewayLedger({
      authorized: "1319.99",
      captured: "1000",
      canceled: "19.99",
    })
    expect(plan(situation({ gateway: canceled, returning }))).toEqual([
      { do: "return", reason: "order_failed", hold: "300.00", charge: "1000.00" },
    ])
  })

  test("money of which somebody in the cabinet has returned a part is shown to staff, and stays where it is", () => {
    const refunded = someGatewayLedger({
      authorized: "1319.99",
      captured: "1319.99",
      refunded: "100",
    })
    expect(plan(situation({ gateway: refunded }))).toEqual([
      { do: "report_unexplained", amount: "1219.99" },
    ])
  })

  test.each<[string, Partial<Situation>]>([
    ["its session is gone and nothing shows that the store left it", { session: null }],
    ["the amount is another", { gateway: someGatewayLedger({ authorized: "1", captured: "1" }) }],
    ["the order was paid otherwise", { paidOtherwise: true, orderPlaced: true }],
    ["the order failed", { orderFailed: true }],
  ])("without proof nothing goes back by itself: %s", (_, fields) => {
    const found = situation({ gateway: captured1319, ...fields, proven: false })
    expect(plan(found)).toMatchObject([{ do: "report_unexplained" }])
  })

  test("a copy of the database, run elsewhere, neither places an order of it nor returns it", () => {
    for (const fields of [{}, { session: null }, { orderFailed: true }]) {
      const copied = situation({ gateway: captured1319, ...fields, foreign: true, proven: false })
      expect(plan(copied)).toEqual([{ do: "report_unexplained", amount: "1319.99" }])
    }
  })

  test("an order that was edited while its link's page was open takes what it costs now, and nothing else", () => {
    const link = { gateway: captured1319, forCart: false, orderPlaced: true }
    const cost = { amount: uah("249.50"), currency: "UAH" }
    expect(plan(situation({ ...link, cost, outstanding: uah("249.50") }))).toMatchObject([
      { do: "return", reason: "mismatched" },
    ])
    // Edited to cost less than was paid before, for which Medusa leaves the link's amount as it was.
    expect(plan(situation({ ...link, cost: asked, outstanding: uah("-101") }))).toMatchObject([
      { do: "return", reason: "mismatched" },
    ])
    expect(plan(situation({ ...link, cost: asked, outstanding: asked.amount }))).toEqual([
      { do: "authorize" },
    ])
  })

  test.each<[string, Partial<Situation>]>([
    ["orphaned", { session: null }],
    ["paid_otherwise", { paidOtherwise: true, orderPlaced: true }],
    ["order_failed", { orderFailed: true }],
  ])("it goes back when there is no order for it: %s", (reason, fields) => {
    expect(plan(situation({ gateway: captured1319, ...fields }))).toEqual([
      { do: "return", reason, hold: "0.00", charge: "1319.99" },
    ])
    expect(plan(situation({ gateway: held1319, ...fields }))).toEqual([
      { do: "return", reason, hold: "1319.99", charge: "0.00" },
    ])
  })

  test("returned already, it is not returned again", () => {
    const refunded = { authorized: "1319.99", captured: "1319.99", refunded: "1319.99" }
    const canceled = { authorized: "1319.99", canceled: "1319.99" }
    for (const sums of [refunded, canceled]) {
      for (const session of [null, asked]) {
        expect(plan(situation({ session, gateway: someGatewayLedger(sums) }))).toEqual([
          { do: "nothing" },
        ])
      }
    }
  })

  test("another shop's payment on the same login is never touched, whatever its state", () => {
    for (const gateway of [held1319, captured1319, someGatewayLedger({ pending: true })]) {
      expect(plan(situation({ ours: false, session: null, gateway }))).toEqual([{ do: "nothing" }])
    }
  })
})

describe("money that was to be captured at once and is only on hold", () => {
  const onHold = situation({
    store: someLedger({ authorized: "1319.99" }),
    gateway: held1319,
    orderPlaced: true,
    oneStep: true,
  })

  test("is captured when its order stands", () => {
    expect(plan(onHold)).toEqual([{ do: "capture", amount: "1319.99" }])
  })

  test("is left alone while RozetkaPay is capturing it, and by a store that holds first", () => {
    const capturing = { ...held1319, underWay: { capture: uah("1319.99"), cancel: uah("0") } }
    expect(plan({ ...onHold, gateway: capturing })).toEqual([{ do: "nothing" }])
    expect(plan({ ...onHold, oneStep: false })).toEqual([{ do: "nothing" }])
  })
})

describe("money that must go back while RozetkaPay is capturing it", () => {
  const capturing = { ...held1319, underWay: { capture: uah("1319.99"), cancel: uah("0") } }
  const store = someLedger({ authorized: "1319.99" })
  const reasons = [
    ["its cart is gone", situation({ session: null })],
    ["its order failed", situation({ orderFailed: true })],
    ["its order failed, and it was written down", situation({ store, orderFailed: true })],
    ["another one pays", situation({ orderPlaced: true, paidOtherwise: true })],
    ["another one pays, and both were written down", situation({ store, paidOtherwise: true })],
  ] as const

  test.each(reasons)("waits when %s, and goes back by a refund", (_, one) => {
    expect(plan({ ...one, gateway: capturing })).toEqual([{ do: "wait" }])
    const then = plan({ ...one, store: one.store && captured1319, gateway: captured1319 })
    expect(then).toMatchObject([{ do: "return", hold: "0.00", charge: "1319.99" }])
  })

  test("waits for a cancelled order as well, is written down when captured, and then refunded", () => {
    const canceled = situation({ store, orderPlaced: true, orderCanceled: true })
    expect(plan({ ...canceled, gateway: capturing })).toEqual([{ do: "nothing" }])
    expect(plan({ ...canceled, gateway: captured1319 })).toEqual([
      { do: "record_capture", amount: "1319.99" },
      { do: "refund_charge", amount: "1319.99" },
    ])
  })

  test("is canceled where only a part of it is being captured, and told of at once where nobody can place it", () => {
    const inPart = { ...held1319, underWay: { capture: uah("1000"), cancel: uah("0") } }
    const gone = situation({ session: null })
    expect(plan({ ...gone, gateway: inPart })).toMatchObject([{ do: "return" }])
    expect(plan({ ...gone, proven: false, gateway: capturing })).toMatchObject([
      { do: "report_unexplained" },
    ])
  })
})

describe("two pages of one purchase", () => {
  const paid = situation({ gateway: captured1319 })

  test("both paid at one moment: the one that was opened first places the order, the other waits for it", () => {
    expect(planPurchase([paid, paid])).toEqual([[{ do: "place_order" }], [{ do: "wait" }]])
  })

  test("the order stands: the other one goes back", () => {
    const ordered = { ...paid, orderPlaced: true }
    const payer = { ...ordered, store: someLedger({ authorized: "1319.99", captured: "1319.99" }) }
    expect(planPurchase([payer, { ...ordered, paidOtherwise: true }])).toEqual([
      [{ do: "nothing" }],
      [{ do: "return", reason: "paid_otherwise", hold: "0.00", charge: "1319.99" }],
    ])
  })

  test("the first paid too little: it goes back, and the second places the order", () => {
    const less = situation({ gateway: someGatewayLedger({ authorized: "1", captured: "1" }) })
    expect(planPurchase([less, paid])).toMatchObject([
      [{ do: "return", reason: "mismatched" }],
      [{ do: "place_order" }],
    ])
  })

  test("both were written down as Payments: the later one goes back", () => {
    const kept = { ...paid, forCart: false, orderPlaced: true }
    const store = someLedger({ authorized: "1319.99", captured: "1319.99" })
    expect(
      planPurchase([
        { ...kept, store },
        { ...kept, store, paidOtherwise: true },
      ]),
    ).toEqual([
      [{ do: "nothing" }],
      [{ do: "return", reason: "paid_otherwise", hold: "0.00", charge: "1319.99" }],
    ])
  })

  test("of any number of tries one pays at most, and one does when any paid exactly", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("paid", "less", "nothing"), { maxLength: 5 }), (all) => {
        const gateways = {
          paid: captured1319,
          less: someGatewayLedger({ authorized: "1", captured: "1" }),
          nothing: someGatewayLedger(),
        }
        const tries = all.map((one) => situation({ gateway: gateways[one] }))
        const placing = planPurchase(tries)
          .flat()
          .filter(({ do: what }) => what === "place_order")
        expect(placing).toHaveLength(all.includes("paid") ? 1 : 0)
        const refunded = planPurchase(tries)
          .flat()
          .filter(({ do: what }) => what === "return")
        expect(refunded).toHaveLength(all.filter((one) => one === "less").length)
      }),
    )
  })
})

describe("money that can't be counted", () => {
  test("is not yet: nothing is placed, recorded, canceled or returned, whatever the store's ledger says", () => {
    const problem = 'the currency "ZZZ" is not known'
    fc.assert(
      fc.property(
        fc.option(soundLedger("UAH")),
        fc.constantFrom(null, asked),
        fc.record({
          orderPlaced: fc.boolean(),
          orderCanceled: fc.boolean(),
          paidOtherwise: fc.boolean(),
          orderFailed: fc.boolean(),
          forCart: fc.boolean(),
        }),
        (store, session, flags) => {
          const gateway = someGatewayLedger({ unclear: problem })
          const refundsSent = store?.refunded ?? null
          expect(plan(situation({ ...flags, store, session, gateway, refundsSent }))).toEqual([
            { do: "report_unclear", problem },
          ])
        },
      ),
    )
  })
})

describe("money that has not arrived", () => {
  test("while the bank thinks, everybody waits", () => {
    const decline = { code: "wrong_cvv", description: null }
    const thinking = someGatewayLedger({ pending: true, decline })
    expect(plan(situation({ gateway: thinking }))).toEqual([{ do: "wait" }])
  })

  test("a refusal is reported to the shopper, but not to a cart that is gone", () => {
    const decline = { code: "insufficient_funds", description: "Not enough" }
    const refused = someGatewayLedger({ decline })
    expect(plan(situation({ gateway: refused }))).toEqual([{ do: "report_decline", decline }])
    expect(plan(situation({ gateway: refused, session: null }))).toEqual([{ do: "nothing" }])
  })

  test("a page that nobody has paid is nothing to do", () => {
    expect(plan(situation())).toEqual([{ do: "nothing" }])
  })
})

describe("what was done beside the store, in RozetkaPay's cabinet or by the bank", () => {
  test("nothing, when both ledgers agree", () => {
    const agreed = { captured: "1319.99", refunded: "19.99" }
    expect(plan(ordered(agreed, agreed))).toEqual([{ do: "nothing" }])
    expect(plan(ordered({}, {}))).toEqual([{ do: "nothing" }])
  })

  test("a capture and a refund are recorded, for what the store does not know of them", () => {
    expect(plan(ordered({ captured: "300" }, { captured: "1000.50", refunded: "0.50" }))).toEqual([
      { do: "record_capture", amount: "700.50" },
      { do: "record_refund", amount: "0.50" },
    ])
  })

  test("a hold that the bank cancelled is recorded; what was captured of it stays", () => {
    expect(plan(ordered({}, { canceled: "1319.99" }))).toEqual([
      { do: "record_cancel", amount: "1319.99" },
    ])
    expect(plan(ordered({ captured: "1000" }, { captured: "1000", canceled: "319.99" }))).toEqual([
      { do: "record_cancel", amount: "319.99" },
    ])
  })

  test("rows that RozetkaPay lacks are on their way there: nothing is done about them here", () => {
    expect(
      plan(ordered({ captured: "1319.99", refunded: "100" }, { captured: "1319.99" })),
    ).toEqual([{ do: "nothing" }])
    expect(plan(ordered({ captured: "500" }, {}))).toEqual([{ do: "nothing" }])
  })

  test("a refund that RozetkaPay had accepted and then failed is taken out of the store's ledger", () => {
    const failed = { captured: "1319.99", refundFailed: true }
    expect(plan(ordered({ captured: "1319.99", refunded: "100" }, failed))).toEqual([
      { do: "correct_refund", amount: "100.00" },
    ])
  })

  test("a refund that was never accepted yet is not mistaken for a failed one", () => {
    const failed = { captured: "1319.99", refunded: "30", refundFailed: true }
    const onItsWay = ordered({ captured: "1319.99", refunded: "80" }, failed)
    expect(plan({ ...onItsWay, refundsSent: uah("30") })).toEqual([{ do: "nothing" }])
    expect(plan({ ...onItsWay, refundsSent: null })).toEqual([{ do: "nothing" }])
    expect(plan({ ...onItsWay, refundsSent: uah("50") })).toEqual([
      { do: "correct_refund", amount: "20.00" },
    ])
  })

  test("the rest of a hold whose order was cancelled is let go", () => {
    const cancelled = ordered(
      { captured: "1000", refunded: "1000" },
      { captured: "1000", refunded: "1000" },
    )
    expect(plan({ ...cancelled, orderCanceled: true })).toEqual([
      { do: "cancel_hold", amount: "319.99" },
    ])
    const canceled = someGatewayLedger({
      authorized: "1319.99",
      captured: "1000",
      refunded: "1000",
      canceled: "319.99",
    })
    const store = someLedger({
      authorized: "1319.99",
      captured: "1000",
      refunded: "1000",
      canceled: "319.99",
    })
    expect(plan({ ...cancelled, orderCanceled: true, gateway: canceled, store })).toEqual([
      { do: "nothing" },
    ])
  })

  test("what a cancelled order still keeps goes back, unless its refund was stopped at RozetkaPay", () => {
    const kept = { captured: "1319.99", refunded: "300" }
    expect(plan({ ...ordered(kept, kept), orderCanceled: true })).toEqual([
      { do: "refund_charge", amount: "1019.99" },
    ])
    const stopped = ordered(kept, { ...kept, refundFailed: true })
    expect(plan({ ...stopped, orderCanceled: true })).toEqual([{ do: "nothing" }])
  })

  test("a capture made in the cabinet for a cancelled order is recorded and goes back", () => {
    expect(plan({ ...ordered({}, { captured: "1319.99" }), orderCanceled: true })).toEqual([
      { do: "record_capture", amount: "1319.99" },
      { do: "refund_charge", amount: "1319.99" },
    ])
  })

  test("what a cancelled order is about to refund is not refunded by us as well", () => {
    const onItsWay = ordered({ captured: "1319.99", refunded: "1319.99" }, { captured: "1319.99" })
    expect(plan({ ...onItsWay, orderCanceled: true })).toEqual([{ do: "nothing" }])
  })

  test("more than was authorized is never recorded, whatever the gateway claims", () => {
    const claims = { captured: "5000", refunded: "9000" }
    expect(plan(ordered({ captured: "1000" }, claims))).toEqual([
      { do: "record_capture", amount: "319.99" },
      { do: "record_refund", amount: "1319.99" },
    ])
  })

  test("a payment without a cart needs no order", () => {
    const linked = { ...ordered({}, {}), forCart: false, orderPlaced: false }
    expect(plan(linked)).toEqual([{ do: "nothing" }])
  })
})

describe("a store that died between the payment and the order", () => {
  const interrupted = situation({
    store: someLedger({ authorized: "1319.99", captured: "1319.99" }),
    gateway: captured1319,
    refundsSent: uah("0"),
  })

  test("places the order when it is looked at again", () => {
    expect(plan(interrupted)).toEqual([{ do: "place_order" }])
  })

  test("returns the money when the order can never be placed, or the session is gone", () => {
    const back = { do: "return", hold: "0.00", charge: "1319.99" }
    expect(plan({ ...interrupted, orderFailed: true })).toEqual([
      { ...back, reason: "order_failed" },
    ])
    expect(plan({ ...interrupted, session: null })).toEqual([{ ...back, reason: "orphaned" }])
  })

  test("records it and returns the rest at one go when the order failed for good: the cart may be paid anew before anybody looks again", () => {
    const part = someGatewayLedger({ authorized: "1319.99", captured: "1319.99", refunded: "300" })
    expect(plan({ ...interrupted, gateway: part, orderFailed: true })).toEqual([
      { do: "record_refund", amount: "300.00" },
      { do: "return", reason: "order_failed", hold: "0.00", charge: "1019.99" },
    ])
  })

  test("records what the cabinet returned meanwhile, then returns the rest: no order for a part", () => {
    const part = someGatewayLedger({ authorized: "1319.99", captured: "1319.99", refunded: "300" })
    expect(plan({ ...interrupted, gateway: part })).toEqual([
      { do: "record_refund", amount: "300.00" },
    ])
    const store = someLedger({ authorized: "1319.99", captured: "1319.99", refunded: "300" })
    expect(plan({ ...interrupted, store, gateway: part })).toEqual([
      { do: "return", reason: "order_failed", hold: "0.00", charge: "1019.99" },
    ])
  })
})

describe("a store that died between the order and its Payment", () => {
  const cutOff = (fields: Partial<Situation> = {}) =>
    situation({ orderPlaced: true, orderLacksPayment: true, ...fields })

  test("writes the Payment, also when the money has gone back meanwhile: the order shows what became of it", () => {
    for (const since of [
      {},
      { captured: "1319.99" },
      { canceled: "1319.99" },
      { captured: "1319.99", refunded: "1319.99" },
      { captured: "1000", canceled: "319.99", refunded: "0.01" },
    ]) {
      const gateway = someGatewayLedger({ authorized: "1319.99", ...since })
      expect(plan(cutOff({ gateway }))).toEqual([{ do: "authorize" }])
      const { rest } = synced(cutOff({ gateway }))
      const { captured, canceled, refunded } = gateway
      expect(rest.store).toMatchObject({ captured, canceled, refunded })
    }
  })

  test("writes no Payment when a link has paid for the order meanwhile: the money goes back", () => {
    const gateway = someGatewayLedger({ authorized: "1319.99" })
    expect(plan(cutOff({ gateway, outstanding: uah("0") }))).toEqual([
      { do: "return", reason: "mismatched", hold: "1319.99", charge: "0.00" },
    ])
    expect(plan(cutOff({ gateway, outstanding: asked.amount }))).toEqual([{ do: "authorize" }])
  })

  test("writes no Payment for another amount, for an order that was cancelled, or for one that was paid otherwise", () => {
    const gone = someGatewayLedger({
      authorized: "1319.99",
      captured: "1319.99",
      refunded: "1319.99",
    })
    for (const fields of [
      { session: { amount: uah("1320"), currency: "UAH" } },
      { session: { amount: uah("1319.99"), currency: "USD" } },
      { session: null },
      { orderCanceled: true },
      { orderLacksPayment: false, paidOtherwise: true },
    ]) {
      expect(plan(cutOff({ gateway: gone, ...fields }))).toEqual([{ do: "nothing" }])
    }
  })
})

/** The ledgers after an action was carried out: what Medusa's workflows and RozetkaPay then show. */
const done = (before: Situation, action: Action): Situation => {
  const { store, gateway, session } = before
  const canceled = (ledger: Ledger) => ({
    ...ledger,
    canceled: minus(ledger.authorized, ledger.captured),
  })
  const paymentOf = (): Ledger => ({
    ...asAuthorized(gateway),
    authorized: session?.amount ?? gateway.authorized,
  })
  switch (action.do) {
    case "nothing":
    case "wait":
    case "report_decline":
    case "report_unclear":
    case "report_unexplained":
      return before
    case "place_order":
      return { ...before, store: store ?? paymentOf(), orderPlaced: true }
    case "authorize":
      return {
        ...before,
        store: store ?? paymentOf(),
        refundsSent: before.refundsSent ?? minor(0, gateway.currency),
        orderLacksPayment: false,
      }
    case "record_capture":
      return {
        ...before,
        store: store && { ...store, captured: plus(store.captured, action.amount) },
      }
    case "record_refund":
      return {
        ...before,
        store: store && { ...store, refunded: plus(store.refunded, action.amount) },
        refundsSent: before.refundsSent && plus(before.refundsSent, action.amount),
      }
    case "correct_refund":
      return {
        ...before,
        store: store && { ...store, refunded: minus(store.refunded, action.amount) },
        refundsSent: before.refundsSent && minus(before.refundsSent, action.amount),
      }
    case "capture":
      return {
        ...before,
        store: store && { ...store, captured: plus(store.captured, action.amount) },
        gateway: { ...gateway, captured: plus(gateway.captured, action.amount) },
      }
    case "record_cancel":
      return { ...before, store: store && canceled(store) }
    case "cancel_hold":
      return {
        ...before,
        gateway: { ...gateway, canceled: plus(gateway.canceled, action.amount) },
        store: store && canceled(store),
      }
    case "refund_charge":
      return {
        ...before,
        gateway: { ...gateway, refunded: plus(gateway.refunded, action.amount) },
        store: store && { ...store, refunded: plus(store.refunded, action.amount) },
        refundsSent: before.refundsSent && plus(before.refundsSent, action.amount),
      }
    case "return": {
      const refunded = store && { ...store, refunded: plus(store.refunded, action.charge) }
      return {
        ...before,
        gateway: {
          ...gateway,
          canceled: plus(gateway.canceled, action.hold),
          refunded: plus(gateway.refunded, action.charge),
        },
        store: refunded && isPositive(action.hold) ? canceled(refunded) : refunded,
      }
    }
  }
}

const isRest = (action: Action): boolean =>
  ["nothing", "wait", "report_decline", "report_unexplained"].includes(action.do)

type Round = { situation: Situation; actions: Action[] }

/** Carries plans out until there is nothing to do; gives every plan on the way. */
const synced = (start: Situation): { rest: Situation; rounds: Round[] } => {
  let now = start
  const rounds: Round[] = []
  for (let round = 0; round < 10; round += 1) {
    const actions = plan(now)
    rounds.push({ situation: now, actions })
    if (actions.every(isRest)) return { rest: now, rounds }
    now = actions.reduce(done, now)
  }
  throw new Error(`Never at rest: ${JSON.stringify(rounds.map((one) => one.actions))}`)
}

/** Just paid: held whole or captured whole. */
const freshlyPaid = (currency: string): fc.Arbitrary<Ledger> =>
  fc.tuple(minorUnits, fc.boolean()).map(([amount, isCaptured]) => ({
    ...someLedger({}, currency),
    authorized: minor(amount, currency),
    captured: minor(isCaptured ? amount : 0, currency),
  }))

const situations: fc.Arbitrary<Situation> = currencies.chain((currency) =>
  fc
    .record({
      gateway: fc.oneof(soundLedger(currency), freshlyPaid(currency)),
      pending: fc.boolean(),
      refundFailed: fc.boolean(),
      declined: fc.boolean(),
      /** What the session asks: the paid amount, another one, or it is gone. */
      session: fc.constantFrom("same", "same", "same", "other", "gone"),
      other: minorUnits,
      /** The cart costs what the session asks, or something else by now. */
      cost: fc.option(minorUnits),
      /** Medusa's ledger: none; what it knows of the gateway's, by quarters; or anything. */
      knows: fc.constantFrom("no payment", "no payment", "a part", "anything"),
      quarters: fc.tuple(...[0, 1, 2].map(() => fc.integer({ min: 0, max: 4 }))),
      store: soundLedger(currency),
      sentQuarters: fc.option(fc.integer({ min: 0, max: 4 })),
      forCart: fc.boolean(),
      orderPlaced: fc.boolean(),
      orderCanceled: fc.boolean(),
      paidOtherwise: fc.boolean(),
      cutOff: fc.boolean(),
      orderFailed: fc.boolean(),
      ours: fc.constantFrom(true, true, true, false),
      proof: fc.constantFrom("whole", "whole", "whole", "none", "foreign"),
      returning: fc.boolean(),
      oneStep: fc.boolean(),
    })
    .map((one): Situation => {
      const quarter = (amount: Ledger["captured"], part: number) =>
        minor((BigInt(amount.replace(".", "")) * BigInt(part)) / 4n, currency)
      const decline = one.declined ? { code: "wrong_cvv", description: null } : null
      const gateway = {
        ...someGatewayLedger(
          { pending: one.pending, refundFailed: one.refundFailed, decline },
          currency,
        ),
        ...one.gateway,
      }
      const captured = quarter(gateway.captured, one.quarters[0] ?? 0)
      const part: Ledger = {
        ...one.gateway,
        captured,
        canceled: minor(0, currency),
        refunded: least(quarter(gateway.refunded, one.quarters[1] ?? 0), captured),
      }
      const store = { "no payment": null, "a part": part, anything: one.store }[one.knows]
      const amount = one.session === "same" ? gateway.authorized : minor(one.other, currency)
      return {
        session: one.session === "gone" ? null : { amount, currency },
        cost: one.forCart
          ? { amount: one.cost === null ? amount : minor(one.cost, currency), currency }
          : null,
        store,
        gateway,
        refundsSent:
          store && one.sentQuarters !== null ? quarter(store.refunded, one.sentQuarters) : null,
        forCart: one.forCart,
        orderPlaced: one.orderPlaced,
        // Only an order can be cancelled, and only a cart without a payment of ours be paid otherwise.
        orderCanceled: one.orderPlaced && one.orderCanceled,
        paidOtherwise: !store && one.forCart && one.orderPlaced && !one.cutOff,
        orderLacksPayment: !store && one.forCart && one.orderPlaced && one.cutOff,
        orderFailed: one.orderFailed,
        ours: one.ours,
        outstanding: null,
        othersPay: false,
        comesSecond: false,
        isShown: true,
        proven: one.proof === "whole",
        foreign: one.proof === "foreign",
        returning: one.returning,
        deferred: false,
        oneStep: false,
        reportedDeclines: [],
      }
    }),
)

const every = (check: (situation: Situation) => void, numRuns = 1_000) =>
  fc.assert(fc.property(situations, check), { numRuns })

/** So many that what one situation in fifty leads to is seen far more often than a test demands. */
const OFTEN = 5_000

describe("for any two ledgers", () => {
  test("carrying the plan out leads to rest, and the last plan asks for nothing more", () => {
    every((start) => {
      const { rest, rounds } = synced(start)
      expect(rounds.length).toBeLessThanOrEqual(4)
      expect(plan(rest).every(isRest)).toBe(true)
    })
  })

  test("what was carried out is not asked for again", () => {
    every((start) => {
      const asked = synced(start)
        .rounds.flatMap((round) => round.actions)
        .filter((action) => !isRest(action))
      const oncePerSync = asked
        .map((action) => action.do)
        .filter((one) => one !== "record_capture" && one !== "record_refund")
      expect(new Set(oncePerSync).size).toBe(oncePerSync.length)
    })
  })

  test("an order is placed for exactly the session's amount and currency, and for nothing else", () => {
    let placed = 0
    every((start) => {
      for (const { situation: now, actions } of synced(start).rounds) {
        const isAccepted = actions.some(
          (action) => action.do === "place_order" || action.do === "authorize",
        )
        if (!isAccepted) continue
        placed += 1
        const { session, gateway } = now
        expect(actions).toHaveLength(1)
        expect(gateway.currency).toBe(session?.currency)
        expect(gateway.authorized).toBe(session?.amount)
        // Only an order that stands already may have seen some of its money go back.
        const isWhole = session !== null && isExactly(gateway, session)
        expect(isWhole || now.orderLacksPayment).toBe(true)
        if (now.cost) expect(now.cost).toEqual(session)
        expect(now.paidOtherwise || now.orderFailed).toBe(false)
      }
    }, OFTEN)
    expect(placed).toBeGreaterThan(20)
  })

  test("no more is returned than is held and kept, all of it, and never once an order stands", () => {
    let given = 0
    every((start) => {
      for (const action of plan(start)) {
        if (action.do !== "return") continue
        given += 1
        expect(action.hold).toBe(held(start.gateway))
        expect(action.charge).toBe(kept(start.gateway))
        expect(isPositive(action.hold) || isPositive(action.charge)).toBe(true)
        expect(start.store !== null && start.orderPlaced && !start.paidOtherwise).toBe(false)
        expect(start.proven).toBe(true)
      }
    })
    expect(given).toBeGreaterThan(20)
  })

  test("at rest no money of ours is without an order or a payment, unless staff were told of it", () => {
    every((start) => {
      if (!start.ours || !start.proven) return
      const { rest } = synced(start)
      if (plan(rest).some((action) => action.do === "report_unexplained")) return
      const isLeft = isPositive(held(rest.gateway)) || isPositive(kept(rest.gateway))
      if (!isLeft) return
      expect(rest.store).not.toBeNull()
      expect(rest.orderPlaced || !rest.forCart).toBe(true)
    })
  })

  test("what is not ours is left alone", () => {
    every((start) => {
      expect(plan({ ...start, ours: false })).toEqual([{ do: "nothing" }])
    })
  })

  test("no more is recorded than RozetkaPay shows, than was authorized, or than was captured", () => {
    every((start) => {
      if (!start.store) return
      const recorded = plan(start).filter((action) => action.do.startsWith("record_"))
      const { store, gateway } = recorded.reduce(done, start)
      if (!store) throw new Error("A payment does not vanish")
      const { captured, refunded } = start.store
      expect(exceeds(store.captured, captured) && exceeds(store.captured, gateway.captured)).toBe(
        false,
      )
      expect(exceeds(store.captured, store.authorized)).toBe(false)
      expect(exceeds(store.refunded, refunded) && exceeds(store.refunded, gateway.refunded)).toBe(
        false,
      )
      expect(exceeds(store.refunded, store.captured)).toBe(false)
      expect(store.refunded).not.toContain("-")
    })
  })

  test("only refunds that RozetkaPay had accepted are ever taken back, and not below what it shows", () => {
    let corrected = 0
    every((start) => {
      for (const action of plan(start)) {
        if (action.do !== "correct_refund") continue
        corrected += 1
        expect(start.gateway.refundFailed).toBe(true)
        const sent = start.refundsSent ?? minor(0, start.gateway.currency)
        expect(action.amount).toBe(missing(sent, start.gateway.refunded))
        expect(exceeds(action.amount, sent)).toBe(false)
      }
    }, OFTEN)
    expect(corrected).toBeGreaterThan(5)
  })

  test("once synced, Medusa shows what RozetkaPay shows, of whatever it knew a part", () => {
    every((start) => {
      const { store, gateway } = start
      const isPart =
        store !== null &&
        equals(store.authorized, gateway.authorized) &&
        !exceeds(store.captured, gateway.captured) &&
        !exceeds(store.refunded, gateway.refunded) &&
        !isPositive(store.canceled)
      if (!isPart || !start.ours) return
      const { rest } = synced(start)
      expect(rest.store).toMatchObject({
        captured: rest.gateway.captured,
        refunded: rest.gateway.refunded,
      })
      if (rest.store && !isPositive(held(rest.gateway)))
        expect(held(rest.store)).toBe(minor(0, gateway.currency))
    })
  })

  test("a hold of a cancelled order does not stay", () => {
    every((start) => {
      if (!start.ours || !start.store || !start.orderCanceled || !start.proven) return
      expect(held(synced(start).rest.gateway)).toBe(minor(0, start.gateway.currency))
    })
  })
})
