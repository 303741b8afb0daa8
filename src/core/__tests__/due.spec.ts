import fc from "fast-check"
import { available, due, type Movement, moved } from "../due"
import { emptyLedger, held, kept, type Ledger } from "../ledger"
import { type Amount, exceeds, greatest, plus } from "../money"
import { anyLedger, minor, minorUnits, someLedger, soundLedger, uah } from "./random-ledgers"

const moves = fc.constantFrom<Movement>("capture", "cancel", "refund")
const amounts = minorUnits.map((units) => minor(units))

/** The gateway's ledger after it did what was sent. */
const having = (gateway: Ledger, move: Movement, amount: Amount): Ledger => {
  switch (move) {
    case "capture":
      return { ...gateway, captured: plus(gateway.captured, amount) }
    case "cancel":
      return { ...gateway, canceled: plus(gateway.canceled, amount) }
    case "refund":
      return { ...gateway, refunded: plus(gateway.refunded, amount) }
  }
}

describe("what is due to the gateway", () => {
  test("a first refund of 30 is due whole", () => {
    expect(
      due(uah("30"), uah("30"), someLedger({ authorized: "100", captured: "100" }), "refund"),
    ).toBe("30.00")
  })

  test("a refund whose answer was lost, but which was made, is not due again", () => {
    const made = someLedger({ authorized: "100", captured: "100", refunded: "30" })
    expect(due(uah("30"), uah("30"), made, "refund")).toBe("0.00")
  })

  test("a second refund of 30 after a first of 30 is due, and no more than itself", () => {
    const first = someLedger({ authorized: "100", captured: "100", refunded: "30" })
    expect(due(uah("30"), uah("60"), first, "refund")).toBe("30.00")
    const none = someLedger({ authorized: "100", captured: "100" })
    expect(due(uah("30"), uah("60"), none, "refund")).toBe("30.00")
  })

  test("a refund that the cabinet has made in part leaves the rest due", () => {
    const cabinet = someLedger({ authorized: "100", captured: "100", refunded: "12.34" })
    expect(due(uah("30"), uah("30"), cabinet, "refund")).toBe("17.66")
  })

  test("never more is due than was asked, nor than brings the gateway up to the store", () => {
    fc.assert(
      fc.property(anyLedger("UAH"), moves, amounts, amounts, (gateway, move, asked, total) => {
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
      fc.property(anyLedger("UAH"), moves, amounts, amounts, (gateway, move, extra, asked) => {
        // Medusa's ledger has this call's row, and whatever the gateway has already.
        const total = plus(moved(gateway, move), asked)
        const first = due(asked, total, gateway, move)
        expect(first).toBe(asked)
        const done = having(gateway, move, first)
        expect(due(asked, total, done, move)).toBe("0.00")
        expect(due(plus(asked, extra), total, done, move)).toBe("0.00")
      }),
    )
  })

  test("a capture and a cancellation may use what is held, a refund what is kept", () => {
    fc.assert(
      fc.property(soundLedger("UAH"), (gateway) => {
        expect(available(gateway, "capture")).toBe(held(gateway))
        expect(available(gateway, "cancel")).toBe(held(gateway))
        expect(available(gateway, "refund")).toBe(kept(gateway))
      }),
    )
    expect(available(emptyLedger("UAH"), "capture")).toBe("0.00")
  })
})
