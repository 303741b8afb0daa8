import { brandName } from "../brand-name"
import { refusedMovement } from "../code-sentence"
import { webAddress } from "../web-address"

const words = {
  say: (key: string) => `text of ${key}`,
  hasText: (key: string): key is "order.title" => key === "order.timeline.codes.refund_pending",
}

describe("A refused movement", () => {
  test("is told in the dashboard's language where its code is known", () => {
    const told = refusedMovement({ code: "refund_pending", description: "Pending" }, words)
    expect(told).toBe("text of order.timeline.codes.refund_pending")
  })

  test("is told in RozetkaPay's own words where it is not", () => {
    const told = refusedMovement({ code: "brand_new_code", description: "Something" }, words)
    expect(told).toBe("Something")
    expect(refusedMovement({ code: null, description: null }, words)).toBeNull()
  })
})

test("A payment system is called as people call it, a new one by its own name", () => {
  expect([brandName("visa"), brandName("mastercard"), brandName("unionpay")]).toEqual([
    "Visa",
    "Mastercard",
    "Unionpay",
  ])
})

describe("An address that came from outside", () => {
  test.each([
    ["https://cabinet.tax.gov.ua/cashregs/check?id=1", true],
    ["http://localhost:4010/receipt/1", true],
    ["javascript:alert(1)", false],
    ["data:text/html,<b>", false],
    ["/receipt", false],
    [null, false],
  ])("%j may stand in a link: %s", (text, isGood) => {
    expect(webAddress(text)).toBe(isGood ? text : null)
  })
})
