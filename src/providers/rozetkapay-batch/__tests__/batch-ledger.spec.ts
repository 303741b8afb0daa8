import fc from "fast-check"
import {
  minor,
  someGatewayLedger,
  soundLedger,
  uah,
  units,
} from "../../../core/__tests__/random-ledgers"
import type { GatewayLedger } from "../../../provider/payment-gateway"
import { batchLedger } from "../batch-ledger"

const declined = someGatewayLedger({ decline: { code: "entity_blocked", description: null } })
const unheardOf = { ...someGatewayLedger(), paymentId: null }
const paid = (authorized: string, more = {}) =>
  someGatewayLedger({ authorized, captured: authorized, ...more })
const whole = (...orders: GatewayLedger[]) => batchLedger(orders, "UAH")

describe("the ledger of a payment to several sellers", () => {
  test("is the sum of the sellers' ledgers", () => {
    const one = {
      ...someGatewayLedger({
        authorized: "10.00",
        captured: "6.00",
        canceled: "1.00",
        refunded: "2.00",
      }),
      underWay: { capture: uah("3.00"), cancel: uah("0.00") },
    }
    const other = {
      ...someGatewayLedger({ authorized: "5.05", captured: "5.05", refundFailed: true }),
      underWay: { capture: uah("0.00"), cancel: uah("0.50") },
    }
    expect(whole(one, other)).toEqual({
      ...someGatewayLedger({
        authorized: "15.05",
        captured: "11.05",
        canceled: "1.00",
        refunded: "2.00",
      }),
      underWay: { capture: "3.00", cancel: "0.50" },
      refundFailed: true,
    })
  })

  test("of a batch that is only partly successful shows what was paid, when the rest was refused for good", () => {
    expect(whole(paid("10.00"), declined)).toEqual(paid("10.00"))
    expect(whole(declined, paid("10.00"))).toMatchObject({ authorized: "10.00", decline: null })
  })

  test.each([
    ["of which nothing is heard yet", unheardOf],
    ["whose attempt is under way", someGatewayLedger({ pending: true })],
    [
      "whose attempt is under way after a refused one",
      someGatewayLedger({ pending: true, decline: { code: "x", description: null } }),
    ],
  ])("says nothing of money while there is a seller %s", (_, undecided) => {
    const nothing = { authorized: "0.00", captured: "0.00", pending: true, unclear: null }
    expect(whole(paid("10.00"), undecided)).toMatchObject(nothing)
    expect(whole(undecided, paid("10.00"), declined)).toMatchObject(nothing)
  })

  test("nobody has paid: it waits with an attempt under way, and tells why the last was refused", () => {
    expect(whole(unheardOf, unheardOf)).toMatchObject({ pending: false, decline: null })
    expect(whole(unheardOf, someGatewayLedger({ pending: true }))).toMatchObject({ pending: true })
    expect(whole(declined, declined)).toMatchObject({ decline: { code: "entity_blocked" } })
    expect(whole()).toMatchObject({ authorized: "0.00", pending: false, paymentId: null })
  })

  test("one seller's answer that can't be counted makes the whole uncountable", () => {
    const unclear = someGatewayLedger({ unclear: "a movement has no amount" })
    expect(whole(paid("10.00"), unclear)).toMatchObject({
      authorized: "0.00",
      unclear: "a movement has no amount",
    })
    const yen = someGatewayLedger({ authorized: "10" }, "JPY")
    expect(whole(paid("10.00"), yen)).toMatchObject({
      authorized: "0.00",
      unclear: expect.stringContaining("different currencies"),
    })
  })

  test("paid in another currency than was asked is shown in that currency", () => {
    const euro = someGatewayLedger({ authorized: "10.00" }, "EUR")
    expect(whole(euro, euro)).toMatchObject({ currency: "EUR", authorized: "20.00" })
  })

  test("adds up to the kopiyka, and no order of the sellers changes it", () => {
    const ledgers = fc
      .array(soundLedger("UAH"), { minLength: 1, maxLength: 10 })
      .map((all) =>
        all
          .map((one) => ({ ...someGatewayLedger(), ...one }))
          .filter((one) => one.authorized !== "0.00"),
      )
    fc.assert(
      fc.property(ledgers, (all) => {
        const sum = (name: "authorized" | "captured" | "canceled" | "refunded") =>
          minor(all.reduce((total, one) => total + units(one[name]), 0n))
        expect(whole(...all)).toMatchObject({
          authorized: sum("authorized"),
          captured: sum("captured"),
          canceled: sum("canceled"),
          refunded: sum("refunded"),
        })
        expect(whole(...[...all].reverse())).toEqual(whole(...all))
      }),
    )
  })
})
