import fc from "fast-check"
import { gatewayBook, minor, soundBook, uah, units } from "../../../core/__tests__/random-ledgers"
import type { GatewayLedger } from "../../../provider/payment-gateway"
import { batchLedger } from "../batch-ledger"

const declined = gatewayBook({ decline: { code: "entity_blocked", description: null } })
const unheardOf = { ...gatewayBook(), paymentId: null }
const paid = (authorized: string, more = {}) =>
  gatewayBook({ authorized, taken: authorized, ...more })
const whole = (...orders: GatewayLedger[]) => batchLedger(orders, "UAH")

describe("the book of a payment to several sellers", () => {
  test("is the sum of the sellers' books", () => {
    const one = {
      ...gatewayBook({ authorized: "10.00", taken: "6.00", released: "1.00", returned: "2.00" }),
      underWay: { take: uah("3.00"), release: uah("0.00") },
    }
    const other = {
      ...gatewayBook({ authorized: "5.05", taken: "5.05", refundFailed: true }),
      underWay: { take: uah("0.00"), release: uah("0.50") },
    }
    expect(whole(one, other)).toEqual({
      ...gatewayBook({ authorized: "15.05", taken: "11.05", released: "1.00", returned: "2.00" }),
      underWay: { take: "3.00", release: "0.50" },
      refundFailed: true,
    })
  })

  test("of a batch that is only partly successful shows what was paid, when the rest was refused for good", () => {
    expect(whole(paid("10.00"), declined)).toEqual(paid("10.00"))
    expect(whole(declined, paid("10.00"))).toMatchObject({ authorized: "10.00", decline: null })
  })

  test.each([
    ["of which nothing is heard yet", unheardOf],
    ["whose attempt is under way", gatewayBook({ pending: true })],
    [
      "whose attempt is under way after a refused one",
      gatewayBook({ pending: true, decline: { code: "x", description: null } }),
    ],
  ])("says nothing of money while there is a seller %s", (_, undecided) => {
    const nothing = { authorized: "0.00", taken: "0.00", pending: true, unclear: null }
    expect(whole(paid("10.00"), undecided)).toMatchObject(nothing)
    expect(whole(undecided, paid("10.00"), declined)).toMatchObject(nothing)
  })

  test("nobody has paid: it waits with an attempt under way, and tells why the last was refused", () => {
    expect(whole(unheardOf, unheardOf)).toMatchObject({ pending: false, decline: null })
    expect(whole(unheardOf, gatewayBook({ pending: true }))).toMatchObject({ pending: true })
    expect(whole(declined, declined)).toMatchObject({ decline: { code: "entity_blocked" } })
    expect(whole()).toMatchObject({ authorized: "0.00", pending: false, paymentId: null })
  })

  test("one seller's answer that can't be counted makes the whole uncountable", () => {
    const unclear = gatewayBook({ unclear: "a movement has no amount" })
    expect(whole(paid("10.00"), unclear)).toMatchObject({
      authorized: "0.00",
      unclear: "a movement has no amount",
    })
    const yen = gatewayBook({ authorized: "10" }, "JPY")
    expect(whole(paid("10.00"), yen)).toMatchObject({
      authorized: "0.00",
      unclear: expect.stringContaining("different currencies"),
    })
  })

  test("paid in another currency than was asked is shown in that currency", () => {
    const euro = gatewayBook({ authorized: "10.00" }, "EUR")
    expect(whole(euro, euro)).toMatchObject({ currency: "EUR", authorized: "20.00" })
  })

  test("adds up to the kopiyka, and no order of the sellers changes it", () => {
    const books = fc
      .array(soundBook("UAH"), { minLength: 1, maxLength: 10 })
      .map((all) =>
        all.map((one) => ({ ...gatewayBook(), ...one })).filter((one) => one.authorized !== "0.00"),
      )
    fc.assert(
      fc.property(books, (all) => {
        const sum = (name: "authorized" | "taken" | "released" | "returned") =>
          minor(all.reduce((total, one) => total + units(one[name]), 0n))
        expect(whole(...all)).toMatchObject({
          authorized: sum("authorized"),
          taken: sum("taken"),
          released: sum("released"),
          returned: sum("returned"),
        })
        expect(whole(...[...all].reverse())).toEqual(whole(...all))
      }),
    )
  })
})
