import fc from "fast-check"
import { emptyLedger, held, kept } from "../ledger"
import { plus } from "../money"
import { anyBook, book, currencies, soundBook } from "./random-ledgers"

describe("what a book of one payment says", () => {
  test("nothing has been moved in an empty book", () => {
    expect(emptyLedger("JPY")).toEqual({
      currency: "JPY",
      authorized: "0",
      taken: "0",
      released: "0",
      returned: "0",
    })
  })

  test("of 100 held, 60 captured and 15 released, 25 are still on hold", () => {
    const sums = { authorized: "100", taken: "60", released: "15", returned: "20.50" }
    expect(held(book(sums))).toBe("25.00")
    expect(kept(book(sums))).toBe("39.50")
  })

  test("held, captured and released are always all that the bank agreed to", () => {
    fc.assert(
      fc.property(currencies.chain(soundBook), (one) => {
        expect(plus(plus(held(one), one.taken), one.released)).toBe(one.authorized)
        expect(plus(kept(one), one.returned)).toBe(one.taken)
      }),
    )
  })

  test("a book that contradicts itself never shows less than nothing", () => {
    fc.assert(
      fc.property(currencies.chain(anyBook), (one) => {
        expect(held(one)).not.toContain("-")
        expect(kept(one)).not.toContain("-")
      }),
    )
  })
})
