import fc from "fast-check"
import { bankPhone } from "../bank-phone"

describe("the telephone number that a bank asks its customer by", () => {
  test.each([
    "0501234567",
    "050 123-45-67",
    "(050) 123 45 67",
    "380501234567",
    "+380501234567",
    "+38 (050) 123-45-67",
    "+38(050)123.45.67",
    "38 050 123 45 67",
    "00380501234567",
    "80501234567",
    "501234567",
    "  +380 50 123 45 67  ",
  ])("is +380501234567 of %s", (written) => {
    expect(bankPhone(written)).toBe("+380501234567")
  })

  test.each([
    undefined,
    "",
    "немає",
    "050123456",
    "05012345678",
    "+48501234567",
    "+1 202 555 0123",
    "+0501234567",
    "0501234567 дод. 12",
    "000000000",
    "4242 4242 4242 4242",
  ])("is none of %s", (written) => {
    expect(bankPhone(written)).toBeNull()
  })

  test("has the one form that RozetkaPay takes, or there is none", () => {
    fc.assert(
      fc.property(fc.string(), (written) => {
        expect(bankPhone(written) ?? "+380000000001").toMatch(/^\+380\d{9}$/)
      }),
    )
  })
})
