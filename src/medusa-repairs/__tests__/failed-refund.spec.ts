import { amountOf } from "../../core/money"
import { type CreditLine, creditOfRefund } from "../failed-refund"

const uah = (amount: string) => amountOf(amount, "UAH")

const line = (amount: string, writtenAt: number, lowered: string | null = null): CreditLine => ({
  amount: uah(amount),
  writtenAt,
  reference: lowered === null ? "payment_collection" : "rozetkapay_refund_failed",
  reference_id: lowered,
})

const refund = (id: string, amount: string, writtenAt: number) => ({
  id,
  amount: uah(amount),
  writtenAt,
})

const creditOf = (lines: CreditLine[], failed: ReturnType<typeof refund>) =>
  creditOfRefund(lines, failed, "UAH")

describe("what a refund that failed has lowered off its order's total", () => {
  test("is the credit line that Medusa wrote after it, not that of an earlier refund", () => {
    const lines = [line("300", 10), line("500", 20)]
    expect(creditOf(lines, refund("second", "500", 19))).toBe("500.00")
    expect(creditOf(lines, refund("first", "300", 9))).toBe("300.00")
  })

  test("is less than the refund when the order owed a part of it anyway, and nothing when it owed all", () => {
    expect(creditOf([line("80", 20)], refund("one", "100", 19))).toBe("80.00")
    expect(creditOf([], refund("one", "100", 19))).toBe("0.00")
    expect(creditOf([line("300", 10)], refund("one", "300", 19))).toBe("0.00")
  })

  test("is undone once, and of two alike each for itself", () => {
    const lines = [line("100", 10), line("100", 20), line("-100", 30, "second")]
    expect(creditOf(lines, refund("second", "100", 19))).toBe("0.00")
    expect(creditOf(lines, refund("first", "100", 9))).toBe("100.00")
    const both = [...lines, line("-100", 31, "first")]
    expect(creditOf(both, refund("first", "100", 9))).toBe("0.00")
    expect(creditOf(both, refund("third", "100", 9))).toBe("0.00")
  })
})
