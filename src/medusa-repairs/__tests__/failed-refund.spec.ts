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

type Refund = ReturnType<typeof refund>

const creditOf = (lines: CreditLine[], failed: Refund, ...others: Refund[]) =>
  creditOfRefund(lines, failed, others, "UAH")

describe("what a refund that failed has lowered off its order's total", () => {
  test("is the credit line that Medusa wrote after it, not that of an earlier refund", () => {
    const lines = [line("300", 10), line("500", 20)]
    const [first, second] = [refund("first", "300", 9), refund("second", "500", 19)]
    expect(creditOf(lines, second, first)).toBe("500.00")
    expect(creditOf(lines, first, second)).toBe("300.00")
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

  test("is never what another refund has written, of the same sum or of a smaller one", () => {
    const [owed, other] = [refund("owed", "100", 9), refund("other", "100", 200_000)]
    expect(creditOf([line("100", 200_001)], owed, other)).toBe("0.00")
    expect(creditOf([line("60", 200_001)], owed, refund("other", "60", 200_000))).toBe("0.00")
    expect(creditOf([line("100", 200_001)], other, owed)).toBe("100.00")
  })

  test("is told apart of two refunds in one minute, as long as one was written down before the other began", () => {
    const [first, second] = [refund("first", "100", 10), refund("second", "80", 30)]
    const lines = [line("100", 20), line("80", 40)]
    expect(creditOf(lines, first, second)).toBe("100.00")
    expect(creditOf(lines, second, first)).toBe("80.00")
  })

  test("is not guessed of two refunds at one moment: only when both have written the same", () => {
    const [first, second] = [refund("first", "100", 10), refund("second", "100", 11)]
    const both = [line("100", 20), line("100", 21)]
    expect(creditOf(both, first, second)).toBe("100.00")
    expect(creditOf(both, second, first)).toBe("100.00")
    expect(creditOf([line("100", 20)], first, second)).toBeNull()
    expect(creditOf([line("100", 20), line("60", 21)], second, first)).toBeNull()
  })
})
