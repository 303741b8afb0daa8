import { acceptedLanguage, preferredOf } from "../accepted-language"
import { shopperLanguage } from "../language"

describe("the language that a browser asks for", () => {
  test.each([
    ["de-DE,de;q=0.9,en;q=0.7", "en"],
    ["en;q=0.1,uk;q=0.9", "uk"],
    ["uk-UA,uk;q=0.9,en-US;q=0.8,en;q=0.7", "uk"],
    ["en-GB, uk;q=0.5", "en"],
    ["pl-PL,pl;q=0.9,en;q=0.8,uk;q=0.7", "en"],
    ["en;q=0.5,en-US;q=0.2,uk;q=0.4", "en"],
    ["EN", "en"],
    ["uk_UA", "uk"],
    ["en , uk", "en"],
    ["uk, en", "uk"],
    ["en;q=0,*;q=0.5", "uk"],
    ["en;q=0.3,*;q=0.8", "uk"],
    ["en,*", "en"],
    ["fr, *;q=0.5, uk;q=0.9", "uk"],
  ])("%s is the better of Ukrainian and English by its weights", (header, language) => {
    expect(acceptedLanguage(header)).toBe(language)
  })

  test.each([
    "",
    "*",
    "de",
    "ru-RU,ru;q=0.9",
    "de,*;q=0.5",
    "en;q=0",
    "en;q=0,uk;q=0",
    "en;q=2",
    "uk;q=much",
    ";;;,,,",
    "england",
  ])("%j prefers neither, so the store's own language counts", (header) => {
    expect(acceptedLanguage(header)).toBeNull()
    expect(shopperLanguage(header, "EN")).toBe("en")
    expect(shopperLanguage(header, "UK")).toBe("uk")
  })

  test("a reader of Polish gets the store's own language, and English in a Polish store", () => {
    expect(shopperLanguage("pl-PL,pl;q=0.9", "UK")).toBe("uk")
    expect(shopperLanguage("de", "PL")).toBe("en")
  })

  test.each([
    ["pl-PL,pl;q=0.9,en;q=0.8", "pl"],
    ["de,pl;q=0.3,en;q=0.4", "en"],
    ["pl;q=0.5,uk;q=0.5", "pl"],
    ["en;q=0,*;q=0.5", null],
  ])("%s among three languages", (header, language) => {
    expect(preferredOf(header, ["uk", "en", "pl"])).toBe(language)
  })

  test("a header that never ends costs nothing", () => {
    expect(acceptedLanguage(`${"de,".repeat(1_000_000)}en`)).toBeNull()
  })
})
