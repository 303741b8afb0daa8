import { howPaidBy } from "../../core/how-paid"
import { howPaidOf } from "../how-paid-of"

const CARD = {
  type: "cc_token",
  mask: "424242******4242",
  paymentSystem: "VISA",
  bank: "MONO",
  expiresAt: null,
  binCountry: "UA",
}
type Told = Parameters<typeof howPaidOf>[0][number]
const told = (operation: Told["operation"], more: Partial<Told> = {}): Told => ({
  operation,
  status: "success",
  rrn: null,
  authCode: null,
  ...more,
})

describe("how a payment was paid", () => {
  test("is told by the attempt that succeeded, and by the movements after it", () => {
    const operations = [
      told("payment", { status: "failure", rrn: "1", authCode: "9" }),
      told("payment", { rrn: "330012345678", authCode: "123456" }),
      told("refund", { rrn: "330012345679" }),
      told("refund", { rrn: "330012345680", status: "pending" }),
    ]
    expect(howPaidOf(operations, CARD)).toEqual({
      rrns: ["330012345678", "330012345679"],
      authCode: "123456",
      mask: "424242******4242",
      brand: "visa",
      bank: "MONO",
      method: "card",
      parts: null,
    })
  })

  test("is not known while nobody has paid", () => {
    expect(howPaidOf([told("payment", { status: "pending" })], CARD)).toBeNull()
    expect(howPaidOf([], null)).toBeNull()
  })

  test("has no reference number that could be a card's", () => {
    const operations = [told("payment", { rrn: "4111111111111111", authCode: "4111111111111111" })]
    expect(howPaidOf(operations, null)).toMatchObject({ rrns: [], authCode: null })
  })

  test("is put together of what the gateway's answer and a signed callback know", () => {
    const answer = howPaidOf([told("payment", { rrn: "1" })], null)
    const callback = howPaidOf([told("payment", { rrn: "1", authCode: "7" })], CARD)
    const both = [answer, callback].filter((one) => one !== null)
    expect(howPaidBy(both)).toMatchObject({ rrns: ["1"], authCode: "7", mask: CARD.mask })
    expect(howPaidBy([])).toBeNull()
  })
})
