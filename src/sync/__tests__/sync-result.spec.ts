import { someGatewayLedger, someLedger, uah } from "../../core/__tests__/random-ledgers"
import { situation } from "../../core/__tests__/situations"
import type { Action } from "../../core/situation"
import type { Try } from "../snapshot"
import { syncResultOf } from "../sync-result"
import { someTry } from "./some-try"

const PAID = { authorized: "100", captured: "100" }
const paid = situation({
  store: someLedger(PAID),
  gateway: someGatewayLedger(PAID),
  orderPlaced: true,
})
const resultOf = (own: Try, became: Partial<Parameters<typeof syncResultOf>[1]> = {}) =>
  syncResultOf({ own, tries: [own] }, { returned: null, delayed: false, ...became })

describe("Where a shopper goes after a payment", () => {
  test("is the order of their cart, in the cart's country", () => {
    expect(resultOf(someTry({ situation: paid, country_code: "ua" }))).toEqual({
      is: "order_placed",
      order_id: "order_1",
      cart_id: "cart_01",
      country_code: "ua",
      link: null,
      link_order: null,
      standing: "order_1",
    })
  })

  test("is a page of its own for a payment link", () => {
    expect(resultOf(someTry({ situation: paid, cart_id: null }))).toMatchObject({
      link: "pay_col_01",
      link_order: "order_1",
      standing: null,
    })
  })

  test("is no link's page when nothing says of which order", () => {
    const flow = someTry({ situation: paid, cart_id: null, order_id: null })
    expect(resultOf(flow)).toMatchObject({ link: null, link_order: null, standing: null })
  })

  test("is no order that was canceled", () => {
    const canceled = { ...paid, orderCanceled: true }
    expect(resultOf(someTry({ situation: canceled })).standing).toBeNull()
  })

  test("waits while the order can't be placed yet", () => {
    const own = someTry({ situation: paid, actions: [{ do: "place_order" }] })
    expect(resultOf(own, { delayed: true })).toMatchObject({
      is: "order_delayed",
      cart_id: "cart_01",
    })
  })

  test("is told by nobody while the plan still wants the order placed", () => {
    const own = someTry({ situation: paid, actions: [{ do: "place_order" }] })
    expect(() => resultOf(own)).toThrow("payses_01")
  })

  test("is told by nobody while an order is one of several things that the plan wants", () => {
    const actions: Action[] = [{ do: "record_capture", amount: uah("1") }, { do: "place_order" }]
    expect(() => resultOf(someTry({ situation: paid, actions }))).toThrow("payses_01")
  })

  test("is the store's staff, when nobody knows what the money is for", () => {
    const own = someTry({
      situation: paid,
      actions: [{ do: "report_unexplained", amount: uah("100") }],
    })
    expect(resultOf(own)).toMatchObject({ is: "unexplained", cart_id: "cart_01" })
  })

  test("says why the money went back", () => {
    expect(resultOf(someTry({ situation: paid }), { returned: "mismatched" })).toMatchObject({
      is: "returned",
      reason: "mismatched",
      cart_id: "cart_01",
    })
  })
})
