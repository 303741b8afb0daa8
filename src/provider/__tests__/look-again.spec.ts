import { isLookAgain, lookAgain } from "../look-again"

describe("a payment that somebody else has written in the same moment", () => {
  test("is told from a fault, also in the copy that a workflow engine hands on", () => {
    const error = lookAgain("The payment payses_1 has a Payment by now.")
    expect(isLookAgain(error)).toBe(true)
    expect(isLookAgain({ name: error.name, message: error.message })).toBe(true)
    expect(isLookAgain(new Error("connect ECONNREFUSED"))).toBe(false)
    expect(isLookAgain(null)).toBe(false)
  })
})
