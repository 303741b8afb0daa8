import fc from "fast-check"
import { available, due, type Move, moved } from "../due"
import { emptyLedger, held, kept, type Ledger } from "../ledger"
import { type Amount, exceeds, greatest, plus } from "../money"
import { anyBook, book, minor, minorUnits, soundBook, uah } from "./random-ledgers"

const moves = fc.constantFrom<Move>("take", "release", "giveBack")
const amounts = minorUnits.map((units) => minor(units))

/** The gateway's book after it did what was sent. */
const having = (gateway: Ledger, move: Move, amount: Amount): Ledger => {
  switch (move) {
    case "take":
      return { ...gateway, taken: plus(gateway.taken, amount) }
    case "release":
      return { ...gateway, released: plus(gateway.released, amount) }
    case "giveBack":
      return { ...gateway, returned: plus(gateway.returned, amount) }
  }
}

describe("what is due to the gateway", () => {
  test("a first refund of 30 is due whole", () => {
    expect(due(uah("30"), uah("30"), book({ authorized: "100", taken: "100" }), "giveBack")).toBe(
      "30.00",
    )
  })

  test("a refund whose answer was lost, but which was made, is not due again", () => {
    const made = book({ authorized: "100", taken: "100", returned: "30" })
    expect(due(uah("30"), uah("30"), made, "giveBack")).toBe("0.00")
  })

  test("a second refund of 30 after a first of 30 is due, and no more than itself", () => {
    const first = book({ authorized: "100", taken: "100", returned: "30" })
    expect(due(uah("30"), uah("60"), first, "giveBack")).toBe("30.00")
    const none = book({ authorized: "100", taken: "100" })
    expect(due(uah("30"), uah("60"), none, "giveBack")).toBe("30.00")
  })

  test("a refund that the cabinet has made in part leaves the rest due", () => {
    const cabinet = book({ authorized: "100", taken: "100", returned: "12.34" })
    expect(due(uah("30"), uah("30"), cabinet, "giveBack")).toBe("17.66")
  })

  test("never more is due than was asked, nor than brings the gateway up to the store", () => {
    fc.assert(
      fc.property(anyBook("UAH"), moves, amounts, amounts, (gateway, move, asked, total) => {
        const amount = due(asked, total, gateway, move)
        expect(amount).not.toContain("-")
        expect(exceeds(amount, asked)).toBe(false)
        const sent = moved(having(gateway, move, amount), move)
        expect(exceeds(sent, greatest(total, moved(gateway, move)))).toBe(false)
      }),
    )
  })

  test("asked again after it was done, nothing is due, however often", () => {
    fc.assert(
      fc.property(anyBook("UAH"), moves, amounts, amounts, (gateway, move, extra, asked) => {
        // Medusa's book has this call's row, and whatever the gateway has already.
        const total = plus(moved(gateway, move), asked)
        const first = due(asked, total, gateway, move)
        expect(first).toBe(asked)
        const done = having(gateway, move, first)
        expect(due(asked, total, done, move)).toBe("0.00")
        expect(due(plus(asked, extra), total, done, move)).toBe("0.00")
      }),
    )
  })

  test("a capture and a release may use what is held, a refund what is kept", () => {
    fc.assert(
      fc.property(soundBook("UAH"), (gateway) => {
        expect(available(gateway, "take")).toBe(held(gateway))
        expect(available(gateway, "release")).toBe(held(gateway))
        expect(available(gateway, "giveBack")).toBe(kept(gateway))
      }),
    )
    expect(available(emptyLedger("UAH"), "take")).toBe("0.00")
  })
})
