import fc from "fast-check"
import { asAuthorized, emptyLedger, gone, held, kept, whole } from "../ledger"
import { plus } from "../money"
import { anyLedger, currencies, someLedger, soundLedger } from "./random-ledgers"

describe("what a ledger of one payment says", () => {
  test("nothing has been moved in an empty ledger", () => {
    expect(emptyLedger("JPY")).toEqual({
      currency: "JPY",
      authorized: "0",
      captured: "0",
      canceled: "0",
      refunded: "0",
    })
  })

  test("of 100 held, 60 captured and 15 canceled, 25 are still on hold", () => {
    const sums = { authorized: "100", captured: "60", canceled: "15", refunded: "20.50" }
    expect(held(someLedger(sums))).toBe("25.00")
    expect(kept(someLedger(sums))).toBe("39.50")
  })

  test("held, captured and canceled are always all that the bank agreed to", () => {
    fc.assert(
      fc.property(currencies.chain(soundLedger), (one) => {
        expect(plus(plus(held(one), one.captured), one.canceled)).toBe(one.authorized)
        expect(plus(kept(one), one.refunded)).toBe(one.captured)
      }),
    )
  })

  test("a ledger that contradicts itself never shows less than nothing", () => {
    fc.assert(
      fc.property(currencies.chain(anyLedger), (one) => {
        expect(held(one)).not.toContain("-")
        expect(kept(one)).not.toContain("-")
      }),
    )
  })
})

describe("What became of a payment's money", () => {
  const sums = { authorized: "100", captured: "60", canceled: "15", refunded: "20" }

  test("is what went back and what is still there", () => {
    expect(gone(someLedger(sums))).toBe("35.00")
    expect(whole(someLedger(sums))).toBe("65.00")
  })

  test("is left out where it is asked how the payment began: held whole, or captured whole at once", () => {
    const held = someLedger({ authorized: "100" })
    expect(asAuthorized(someLedger(sums))).toEqual(held)
    const charged = someLedger({ authorized: "100", captured: "100" })
    expect(asAuthorized({ ...charged, refunded: someLedger(sums).refunded })).toEqual(charged)
  })
})
