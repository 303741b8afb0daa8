import { readFileSync } from "node:fs"
import { join } from "node:path"
import { checkoutSentences } from "../checkout-sentence"

const all = (language: "uk" | "en"): Record<string, string> =>
  Object.fromEntries(
    Object.entries(checkoutSentences(language)).map(([name, sentence]) => [
      name,
      typeof sentence === "string" ? sentence : sentence("10.00 UAH", "20.00 EUR"),
    ]),
  )

describe("what a shopper reads while paying", () => {
  test("is whole sentences in Ukrainian and in English, the same ones", () => {
    const ukrainian = all("uk")
    const english = all("en")
    expect(Object.keys(ukrainian).sort()).toEqual(Object.keys(english).sort())
    for (const sentence of Object.values(ukrainian))
      expect(sentence).toMatch(/^.*[а-яіїєґ]{4}.*\.$/)
    for (const sentence of Object.values(english))
      expect(sentence).toMatch(/^[A-Z][^а-яіїєґ]{20,}\.$/)
  })

  test.each(["uk", "en"] as const)("names the right amounts (%s)", (language) => {
    const { cart_changed, another_amount } = checkoutSentences(language)
    expect(cart_changed("30.00 UAH", "10.00 UAH")).toMatch(/30\.00 UAH.*10\.00 UAH/)
    expect(another_amount("10.00 UAH", "30.00 UAH")).toMatch(/10\.00 UAH.*30\.00 UAH/)
  })

  test("has each of its codes in the table for storefronts", () => {
    const page = readFileSync(join(__dirname, "../../../docs/storefront.md"), "utf8")
    const section = page.split("\n## What a storefront may be told\n")[1]?.split("\n## ")[0] ?? ""
    const named = [...section.matchAll(/^\| (`.+?`) \|/gm)].flatMap(([, codes = ""]) =>
      codes.split(", "),
    )
    const missing = Object.keys(all("en")).filter((code) => !named.includes(`\`${code}\``))
    expect(missing).toEqual([])
  })
})
