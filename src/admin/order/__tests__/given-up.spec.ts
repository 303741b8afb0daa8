import { isGivenUp } from "../given-up"

const payment = (captured: string, canceled: string, currency_code = "uah") => ({
  currency_code,
  store: { captured, canceled },
})
const due = (amount: string) => ({ amount, currency_code: "uah" })

describe("What is left to pay of an order", () => {
  test("was given up when the rest of a hold was canceled", () => {
    expect(isGivenUp(due("338.99"), [payment("1000.00", "338.99")])).toBe(true)
    expect(isGivenUp(due("50"), [payment("10", "30"), payment("10", "20.00")])).toBe(true)
  })

  test("is owed when more is due than was canceled", () => {
    expect(isGivenUp(due("339.00"), [payment("1000.00", "338.99")])).toBe(false)
    expect(isGivenUp(due("1.00"), [payment("1000.00", "0")])).toBe(false)
    expect(isGivenUp(due("1.00"), [])).toBe(false)
  })

  test("is owed when an edit of the order canceled the whole hold", () => {
    expect(isGivenUp(due("1400.00"), [payment("0", "1338.99"), payment("0", "1500.00")])).toBe(
      false,
    )
  })

  test("is owed when what was canceled is of another currency", () => {
    expect(isGivenUp(due("5.00"), [payment("10.00", "10.00", "eur")])).toBe(false)
  })
})
