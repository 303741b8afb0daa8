import { knownMethod } from "../known-method"

describe("A way to pay", () => {
  test.each([
    ["google_pay", ["google_pay", "Google Pay", "GOOGLE-PAY", "googlepay"]],
    ["apple_pay", ["apple_pay", "ApplePay"]],
    ["saved_card", ["wallet", "recurrent"]],
    ["card", ["cc_token", "card", "card_pay", "cc_number"]],
    ["instalments", ["instalments"]],
    ["blik", ["BLIK"]],
  ])("is called %s, however RozetkaPay's APIs spell it", (name, spellings) => {
    expect(spellings.map(knownMethod)).toEqual(spellings.map(() => name))
  })

  test.each([undefined, null, "", "crypto"])("is not known by the name %p", (told) => {
    expect(knownMethod(told)).toBeNull()
  })
})
