import { amountIn } from "../amount-in"

const words = {
  say: (key: string) => key.replace("shared.amount.", ""),
  money: (sum: string, currency: string) => `${sum} ${currency}`,
  typed: (sum: string) => sum,
}
const limit = { most: "100.00", currency: "uah" }

describe("The amount of a movement", () => {
  test.each([
    ["100", { amount: "100.00" }],
    ["0,01", { amount: "0.01" }],
    ["100.01", { problem: "too_much" }],
    ["0", { problem: "not_positive" }],
    ["-5", { problem: "not_positive" }],
    ["1.005", { problem: "not_a_sum" }],
    ["all", { problem: "not_a_sum" }],
  ])("%j of at most 100.00 is %j", (text, answer) => {
    expect(amountIn(text, limit, words)).toEqual(answer)
  })
})
