import fc from "fast-check"
import { toDecimal, toMinor } from "../money"

test("amounts are read and written without losing a kopiyka", () => {
  fc.assert(
    fc.property(fc.bigInt(0n, 10n ** 13n), (minor) => {
      expect(toMinor(toDecimal(minor, "UAH"), "UAH")).toBe(minor)
      expect(toMinor(Number(toDecimal(minor, "UAH")), "UAH")).toBe(minor)
    }),
  )
})

test("an amount with more decimals than its currency has is not read", () => {
  expect(toMinor(1249.99, "UAH")).toBe(124_999n)
  expect(toMinor("10.500", "UAH")).toBe(1_050n)
  expect(toMinor(10.123456, "UAH")).toBeNull()
  expect(toMinor(100, "JPY")).toBe(100n)
  expect(toMinor(100.5, "JPY")).toBeNull()
  expect(toMinor(1e21, "UAH")).toBeNull()
  expect(toDecimal(100n, "JPY")).toBe("100")
  expect(toDecimal(-5n, "UAH")).toBe("-0.05")
})
