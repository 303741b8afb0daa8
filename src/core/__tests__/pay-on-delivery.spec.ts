import { untouchedLedger } from "../fold-ledger"
import { amountOf, moneyOf } from "../money"
import { outcomeOf } from "../outcome"
import { plan, planPurchase } from "../plan"
import type { Situation } from "../situation"
import { situation } from "./situations"

const money = (amount: string) => moneyOf(amount, "UAH")
const agreed = (amount: string | null = "1249.99", currency = "UAH") => ({
  ...untouchedLedger("UAH"),
  paymentId: "7",
  pending: true,
  onDelivery: { amount: amount === null ? null : amountOf(amount, currency), currency },
})
const cart = (change: Partial<Situation> = {}): Situation =>
  situation({
    session: money("1249.99"),
    cost: money("1249.99"),
    gateway: agreed(),
    forCart: true,
    ...change,
  })
const paid = cart({
  gateway: {
    ...untouchedLedger("UAH"),
    authorized: amountOf("1249.99", "UAH"),
    captured: amountOf("1249.99", "UAH"),
  },
})
const outdated = { code: "pay_on_delivery_outdated" }

describe("a buyer's word to pay when the parcel comes", () => {
  it("becomes an order for exactly that, also when no sum is said beside it", () => {
    expect(plan(cart())).toEqual([{ do: "place_order" }])
    expect(plan(cart({ gateway: agreed(null) }))).toEqual([{ do: "place_order" }])
    expect(outcomeOf(cart(), null, null)).toEqual({ is: "waiting" })
  })

  it.each<[string, Partial<Situation>]>([
    ["the cart costs another sum now", { cost: money("1300.00") }],
    ["the session is gone", { session: null }],
    ["another sum was agreed", { gateway: agreed("1.00") }],
    ["it is in another currency", { gateway: agreed(null, "EUR") }],
    ["its order can't be placed", { orderFailed: true }],
    ["its order could not be placed in time", { returning: true }],
    ["it is for no cart", { forCart: false }],
  ])("becomes none when %s, and the shopper is told once", (_, change) => {
    const one = cart(change)
    const [action] = plan(one)
    expect(action).toMatchObject({ do: "report_decline", decline: outdated })
    const told = action?.do === "report_decline" ? (action.decline.attempt ?? "") : ""
    expect(plan({ ...one, reportedDeclines: [told] })).toEqual([{ do: "nothing" }])
    expect(outcomeOf(one, null, null)).toMatchObject({ is: "declined", decline: outdated })
  })

  it("is done with its order, and finishes one that was cut off", () => {
    const placed = { orderPlaced: true, orderLacksPayment: true }
    expect(plan(cart({ ...placed, deferred: true }))).toEqual([{ do: "nothing" }])
    expect(plan(cart(placed))).toEqual([{ do: "authorize" }])
    expect(plan(cart({ orderPlaced: true }))).toEqual([{ do: "nothing" }])
    expect(plan(cart({ ...placed, orderCanceled: true }))).toEqual([{ do: "nothing" }])
    expect(outcomeOf(cart({ ...placed, deferred: true }), "order_1", null)).toEqual({
      is: "order_placed",
      order_id: "order_1",
    })
  })

  it("is placed again when placing has failed after its session was told", () => {
    expect(plan(cart({ deferred: true }))).toEqual([{ do: "place_order" }])
    expect(plan(cart({ deferred: true, returning: true }))).toMatchObject([
      { do: "report_decline", decline: outdated },
    ])
  })

  it("is never acted on by a copy of the store", () => {
    expect(plan(cart({ foreign: true }))).toEqual([{ do: "nothing" }])
  })

  it("gives way to money that is there, whichever page was opened first", () => {
    expect(planPurchase([cart(), paid])).toEqual([[{ do: "wait" }], [{ do: "place_order" }]])
    expect(planPurchase([paid, cart()])).toEqual([[{ do: "place_order" }], [{ do: "wait" }]])
    expect(planPurchase([cart(), cart()])).toEqual([[{ do: "place_order" }], [{ do: "wait" }]])
  })
})
