import fc from "fast-check"
import { held, kept } from "../ledger"
import { isPositive } from "../money"
import { outcomeOf } from "../outcome"
import { someGatewayLedger, someLedger, soundLedger } from "./random-ledgers"
import { situation } from "./situations"

const paid = {
  store: someLedger({ authorized: "100" }),
  gateway: someGatewayLedger({ authorized: "100" }),
}
const decline = { code: "insufficient_funds", description: null }

describe("what became of a payment", () => {
  test("the order is placed, and stays placed when it is refunded later", () => {
    const placed = { is: "order_placed", order_id: "order_1" }
    expect(outcomeOf(situation(paid), "order_1", null)).toEqual(placed)
    const refunded = someGatewayLedger({ authorized: "100", captured: "100", refunded: "100" })
    expect(outcomeOf(situation({ ...paid, gateway: refunded }), "order_1", null)).toEqual(placed)
  })

  test("money that went back in this very run says why, whatever else is true", () => {
    expect(outcomeOf(situation(paid), "order_1", "paid_otherwise")).toEqual({
      is: "returned",
      reason: "paid_otherwise",
      order_id: "order_1",
    })
  })

  test("money of a page whose session was deleted says so too, when the order stands by another try", () => {
    const late = situation({ gateway: paid.gateway, orderPlaced: true, othersPay: true })
    expect(outcomeOf(late, "order_1", "orphaned")).toMatchObject({ reason: "paid_otherwise" })
    expect(outcomeOf({ ...late, othersPay: false }, "order_1", "orphaned")).toMatchObject({
      reason: "orphaned",
    })
    expect(outcomeOf({ ...late, orderCanceled: true }, "order_1", "orphaned")).toEqual({
      is: "returned",
      reason: "orphaned",
      order_id: null,
    })
  })

  test("money that went back earlier says later, too, that another try pays for the order", () => {
    const gateway = someGatewayLedger({ authorized: "100", canceled: "100" })
    const returned = situation({ gateway, orderPlaced: true, othersPay: true })
    const why = { is: "returned", reason: "paid_otherwise", order_id: "order_1" }
    expect(outcomeOf(returned, "order_1", null)).toEqual(why)
    // A cancelled order is nowhere to go.
    expect(outcomeOf({ ...returned, orderCanceled: true }, "order_1", null)).toEqual({
      is: "returned",
      reason: null,
      order_id: null,
    })
  })

  test("an answer that can't be counted is waited for, and unmakes no order", () => {
    const gateway = someGatewayLedger({ unclear: "it is paid, but not how much" })
    expect(outcomeOf(situation({ gateway }), null, null)).toEqual({ is: "waiting" })
    expect(outcomeOf(situation({ ...paid, gateway }), "order_1", null)).toMatchObject({
      is: "order_placed",
    })
  })

  test("money that went back earlier is still said to have gone back", () => {
    const canceled = someGatewayLedger({ authorized: "100", canceled: "100" })
    const refunded = someGatewayLedger({ authorized: "100", captured: "100", refunded: "100" })
    for (const gateway of [canceled, refunded]) {
      expect(outcomeOf(situation({ gateway }), null, null)).toEqual({
        is: "returned",
        reason: null,
        order_id: null,
      })
      // The cart became an order by another payment than this one.
      expect(outcomeOf(situation({ gateway }), "order_1", null)).toMatchObject({ is: "returned" })
    }
  })

  test("a paid link without a cart is authorized; a cart whose order is not there yet waits", () => {
    expect(outcomeOf(situation({ ...paid, forCart: false }), null, null)).toEqual({
      is: "authorized",
    })
    expect(outcomeOf(situation(paid), null, null)).toEqual({ is: "waiting" })
    expect(outcomeOf(situation({ gateway: paid.gateway }), null, null)).toEqual({ is: "waiting" })
  })

  test("under way, refused, or never paid", () => {
    const thinking = someGatewayLedger({ pending: true, decline })
    expect(outcomeOf(situation({ gateway: thinking }), null, null)).toEqual({ is: "waiting" })
    const refused = someGatewayLedger({ decline })
    expect(outcomeOf(situation({ gateway: refused }), null, null)).toEqual({
      is: "declined",
      decline,
    })
    expect(outcomeOf(situation(), null, null)).toEqual({ is: "unpaid" })
  })

  test("nobody whose money is held or kept is told that they have not paid or were refused", () => {
    fc.assert(
      fc.property(
        soundLedger("UAH"),
        fc.boolean(),
        fc.boolean(),
        fc.constantFrom("order_1", null),
        (ledger, hasPayment, forCart, orderId) => {
          const gateway = { ...someGatewayLedger({ decline }), ...ledger }
          const store = hasPayment ? ledger : null
          const { is } = outcomeOf(situation({ gateway, store, forCart }), orderId, null)
          if (isPositive(held(gateway)) || isPositive(kept(gateway))) {
            expect(["order_placed", "authorized", "waiting", "returned"]).toContain(is)
          }
          if (is === "order_placed") expect([hasPayment, orderId]).toEqual([true, "order_1"])
        },
      ),
    )
  })
})
