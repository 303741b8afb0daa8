import {
  countryName,
  dayText,
  localeOf,
  moneyText,
  relativeTime,
  textLanguage,
  typedText,
} from "../formats"

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ")

describe("The dashboard's language", () => {
  test.each([
    ["uk", "uk", "uk"],
    ["en", "en", "en"],
    ["enGB", "en-GB", "en"],
    ["ptBR", "pt-BR", "en"],
    ["not a language", "en", "en"],
  ])("%j: numbers and dates by %j, texts in %j", (language, locale, texts) => {
    expect(localeOf(language)).toBe(locale)
    expect(textLanguage(language)).toBe(texts)
  })
})

describe("Money", () => {
  test("is written as each language writes it, with its currency", () => {
    expect(plain(moneyText("uk", "1319.90", "uah"))).toBe("1 319,90 ₴")
    expect(plain(moneyText("en", "1319.90", "UAH"))).toBe("₴1,319.90")
  })

  test("of an unknown currency is shown as it is", () => {
    expect(moneyText("en", "5.00", "??")).toBe("5.00 ??")
  })
})

describe("Times", () => {
  const now = new Date("2026-11-26T12:00:00Z")

  test.each([
    ["2026-11-29T13:00:00Z", "in 3 days"],
    ["2026-11-26T10:00:00Z", "2 hours ago"],
    ["2026-11-26T12:00:10Z", "this minute"],
  ])("%s is %j", (time, text) => {
    expect(relativeTime("en", time, now)).toBe(text)
  })

  test("a day is the same day wherever the dashboard is open", () => {
    expect(dayText("en", "2026-11-26")).toBe("Nov 26, 2026")
  })

  test("what is no day is shown as it came", () => {
    expect(dayText("en", "soon")).toBe("soon")
  })
})

test("A country has its name in the dashboard's language", () => {
  expect([countryName("uk", "UA"), countryName("en", "??")]).toEqual(["Україна", "??"])
})

test("A sum in a field is written as people type it", () => {
  expect([typedText("uk", "319.99"), typedText("en", "319.99"), typedText("en", "5")]).toEqual([
    "319,99",
    "319.99",
    "5",
  ])
})
