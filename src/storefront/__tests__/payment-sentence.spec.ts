import { declineSentence } from "../../messages/declines"
import { isOtherOutcome, OUTCOMES, shopperSentence } from "../../messages/outcomes"
import { paymentSentence } from "../payment-sentence"
import { readReturn } from "../read-return"

describe("What a shopper reads who comes back", () => {
  test.each(["uk", "en"] as const)("is what the plugin's own pages say, in %s", (language) => {
    for (const code of ["insufficient_funds", "wrong_cvv", "pay_on_delivery_outdated"]) {
      expect(paymentSentence(code, language)).toBe(declineSentence({ code }, language))
    }
    for (const code of Object.keys(OUTCOMES).filter(isOtherOutcome)) {
      expect(paymentSentence(code, language)).toBe(shopperSentence(code, language))
    }
  })

  test("is the general sentence for a code that nobody knows, and repeats nothing of it", () => {
    for (const code of ["call +380 and pay", "toString", "__proto__", ""]) {
      expect(paymentSentence(code, "en")).toBe(declineSentence({ code: null }, "en"))
    }
  })
})

describe("The address that a shopper comes back to", () => {
  test.each([
    ["https://shop.ua/ua/checkout?step=payment&payment_error=unpaid#top", "unpaid"],
    ["?payment_error=insufficient_funds", "insufficient_funds"],
    ["payment_error=3ds_required", "3ds_required"],
    [new URL("https://shop.ua/?payment_error=returned"), "returned"],
    [new URLSearchParams({ payment_error: "unconfirmed" }), "unconfirmed"],
    [{ payment_error: "paid_otherwise" }, "paid_otherwise"],
  ])("%s tells %s", (address, code) => {
    expect(readReturn(address)).toEqual({ code })
  })

  test.each([
    "https://shop.ua/ua/checkout",
    "?payment_error=",
    "?payment_error=<b>Call us</b>",
    { payment_error: ["unpaid", "returned"] },
    {},
  ])("%j tells nothing", (address) => {
    expect(readReturn(address)).toBeNull()
  })
})
