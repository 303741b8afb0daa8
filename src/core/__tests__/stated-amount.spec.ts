import { amountIn, totalIn } from "../stated-amount"

const stated = (amount: string | null, currency: string | null = "UAH") => ({ amount, currency })

describe("what a gateway lists of movements", () => {
  test("is an amount only where it says one, in a currency that can be counted", () => {
    expect(amountIn(stated("10.5"), "UAH")).toBe("10.50")
    expect(amountIn(stated("10", null), "uah")).toBe("10.00")
    expect(amountIn(stated(null), "UAH")).toBeNull()
    expect(amountIn(stated("10", "XXQ"), "UAH")).toBeNull()
  })

  test("adds up only when all of it is known: an unknown is never zero", () => {
    expect(totalIn([stated("10"), stated("0.50", null)], "UAH")).toBe("10.50")
    expect(totalIn([stated("10"), stated(null)], "UAH")).toBeNull()
    expect(totalIn([stated("10"), stated("10", "EUR")], "UAH")).toBeNull()
  })
})
