import { feesOf } from "../fees"
import { operation } from "./operations"

describe("what a merchant pays RozetkaPay for a payment", () => {
  test("is the captures' fee where these have one, else the payment's, and the refunds'", () => {
    const payment = operation("payment", { fee: "1.50" })
    expect(feesOf([payment], "UAH")).toEqual([{ amount: "1.50", currency_code: "uah" }])
    const captures = [1, 2].map((minute) => operation("capture", { minute, fee: "1" }))
    const refund = operation("refund", { minute: 3, fee: "0.25" })
    expect(feesOf([payment, ...captures, refund], "UAH")).toMatchObject([{ amount: "2.25" }])
  })

  test("is not known while the fee of one of them is not: a part is never shown for the whole", () => {
    const known = operation("capture", { minute: 1, fee: "1" })
    const unknown = operation("capture", { minute: 2 })
    expect(feesOf([operation("payment"), known, unknown], "UAH")).toEqual([])
    const payment = operation("payment", { fee: "1.50" })
    const refunds = [operation("refund", { fee: "0.10" }), operation("refund", { minute: 5 })]
    expect(feesOf([payment, ...refunds], "UAH")).toEqual([])
    expect(feesOf([operation("payment", { fee: "1", feeCurrency: "XXQ" })], "UAH")).toEqual([])
  })

  test("has nothing of an attempt that was refused", () => {
    const refused = operation("payment", { status: "failure", fee: "9" })
    expect(feesOf([refused, operation("payment", { minute: 1, fee: "1" })], "UAH")).toMatchObject([
      { amount: "1.00" },
    ])
  })
})
