import fc from "fast-check"
import { declineSentence } from "../declines"
import { saidLanguage, shopperLanguage } from "../language"
import { shopperSentence } from "../outcomes"

const said = (code: string | null, language: "uk" | "en") =>
  declineSentence({ code, description: "A bank's own words with card 4242424242424242" }, language)

describe("what a shopper reads about a refused payment", () => {
  test.each([
    ["insufficient_funds", "На картці недостатньо коштів.", "There is not enough money"],
    ["card_expired", "Перевірте номер картки", "Please check the card number"],
    ["daily_card_usage_limit_reached", "Перевищено ліміт картки", "The card's limit is exceeded"],
    [
      "3ds_verification_failed",
      "Платіж не підтверджено у банку",
      "was not confirmed with your bank",
    ],
    ["transaction_is_canceled_by_payer", "Оплату не завершено", "The payment was not finished"],
    ["card_not_supported", "Цією карткою тут не можна", "This card can't be used here"],
    ["transaction_rejected", "Банк відхилив платіж", "The bank declined the payment"],
  ])("%s says what to do, in Ukrainian and in English", (code, ukrainian, english) => {
    expect(said(code, "uk")).toContain(ukrainian)
    expect(said(code, "en")).toContain(english)
  })

  test("an unknown code, or none, is the bank's refusal: never empty, never the code itself", () => {
    for (const code of [null, "", "a_code_of_tomorrow", "constructor", "toString", "__proto__"]) {
      expect(said(code, "uk")).toBe(said("rejected_by_bank", "uk"))
      expect(said(code, "en")).toBe(said("rejected_by_bank", "en"))
    }
    fc.assert(
      fc.property(fc.string(), fc.constantFrom("uk" as const, "en" as const), (code, language) => {
        expect(said(code, language)).toMatch(/^\p{Lu}.{20,}\.$/u)
      }),
    )
  })

  test("the bank's own description, which may hold a card number, is not repeated", () => {
    expect(said("transaction_declined", "en")).not.toContain("4242")
  })

  test("shoppers read Ukrainian unless they ask for English, or for Polish, which gets English", () => {
    const languages = { uk: ["uk-UA,uk;q=0.9,en;q=0.8", "UK", "", "de", null, undefined] }
    for (const locale of languages.uk) expect(shopperLanguage(locale)).toBe("uk")
    for (const locale of ["en-US,en;q=0.9", "EN", "pl", "PL"]) {
      expect(shopperLanguage(locale)).toBe("en")
    }
  })

  test("the store's own language counts when a storefront's server asks in the shopper's stead", () => {
    for (const silent of ["*", "", null, undefined]) {
      expect(shopperLanguage(silent, "EN")).toBe("en")
      expect(shopperLanguage(silent, undefined, "UK")).toBe("uk")
      expect(saidLanguage(silent)).toBeNull()
    }
    expect(shopperLanguage("uk-UA", "EN")).toBe("uk")
    expect(shopperLanguage("en", "UK")).toBe("en")
  })

  test.each([
    "unpaid",
    "returned",
    "unknown_session",
  ] as const)("%s has a sentence of its own in both languages", (outcome) => {
    expect(shopperSentence(outcome, "uk")).toMatch(/^[А-ЯҐЄІЇ].+\.$/)
    expect(shopperSentence(outcome, "en")).toMatch(/^[A-Z].+\.$/)
  })
})
