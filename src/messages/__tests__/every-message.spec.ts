import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { ALTERNATIVE_PAYMENTS } from "../alternative-payments"
import { ATTENTION_PARTS, ATTENTION_TITLES } from "../attention"
import { CHECKOUT } from "../checkout"
import { REMEDY_SENTENCES } from "../declines"
import { DEVELOPER } from "../developer"
import { INSTALMENTS } from "../instalments"
import type { InBoth } from "../language"
import { LINK_PAGE } from "../link-page"
import { OUTCOMES } from "../outcomes"
import { REQUESTS } from "../requests"
import { SAVED_CARDS } from "../saved-cards"
import { SPLITTING, SPLITTING_FOR_SHOPPERS } from "../splitting"
import { STAFF } from "../staff"
import { WAITING_PAGE } from "../waiting-page"
import { WAY_REASONS } from "../ways-to-pay"

const SENTENCES: Record<string, Record<string, InBoth>> = {
  checkout: CHECKOUT,
  requests: REQUESTS,
  "saved cards": SAVED_CARDS,
  declines: REMEDY_SENTENCES,
  outcomes: OUTCOMES,
  splitting: SPLITTING_FOR_SHOPPERS,
  "ways to pay": WAY_REASONS,
  "alternative payments": ALTERNATIVE_PAYMENTS,
  instalments: INSTALMENTS,
}
const PAGES: Record<string, Record<string, InBoth>> = {
  "waiting page": WAITING_PAGE,
  "link page": LINK_PAGE,
  "the bell's titles": ATTENTION_TITLES,
  "the bell's parts": ATTENTION_PARTS,
}
const ALL = { ...SENTENCES, ...PAGES }

const both = Object.entries(ALL).flatMap(([topic, messages]) =>
  Object.entries<InBoth>(messages).map(([key, { uk, en }]) => ({ topic, key, uk, en })),
)
const inEnglish = Object.entries({ ...STAFF, ...DEVELOPER, ...SPLITTING })

const namesIn = (sentence: string) =>
  [...new Set([...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort()

const SOURCES = join(__dirname, "../..")
const sources = readdirSync(SOURCES, { recursive: true, encoding: "utf8" })
  .filter((path) => /\.tsx?$/.test(path) && !path.includes("__tests__"))
  .map((path) => ({
    path: path.replaceAll("\\", "/"),
    text: readFileSync(join(SOURCES, path), "utf8"),
  }))
const rules = sources.filter(({ path }) => !path.startsWith("messages/") && path !== "errors.ts")

describe("what the plugin says", () => {
  test.each(both)("$topic: $key is Ukrainian and English", ({ uk, en }) => {
    expect(uk).toMatch(/[а-яіїєґ]{4}/)
    expect(en).toMatch(/^[A-Z][^а-яіїєґ]+$/)
  })

  test.each(both)("$topic: $key names the same in both languages", ({ uk, en }) => {
    expect(namesIn(uk)).toEqual(namesIn(en))
  })

  test("is whole sentences, but for the labels of pages and what others say", () => {
    const sentences = both.filter(({ topic }) => !Object.hasOwn(PAGES, topic))
    for (const { uk, en } of sentences) {
      expect(uk).toMatch(/^\p{Lu}.{15,}\.$/u)
      expect(en).toMatch(/^[A-Z].{15,}\.$/)
    }
    for (const [, sentence] of inEnglish.filter(([, one]) => one !== "{reason}")) {
      expect(sentence).toMatch(/^[A-Z{].{15,}\.$/)
    }
  })

  test.each([
    ...both.map(({ key }) => key).filter((key) => !Object.hasOwn(REMEDY_SENTENCES, key)),
    ...inEnglish.map(([key]) => key),
  ])("%s is said somewhere", (key) => {
    const said = new RegExp(`["'.]${key}\\b`)
    expect(rules.filter(({ text }) => said.test(text)).map(({ path }) => path)).not.toEqual([])
  })

  test("stands in messages/ alone, and of staff's pages and a storefront's components in their own texts: no other file speaks Ukrainian", () => {
    const own = /^(admin\/i18n\/uk\/.*|react\/(texts|way-limits)|storefront\/trouble)(\.ts)?$/
    const others = rules.filter(({ path }) => !own.test(path))
    const ukrainian = others.filter(({ text }) => /\p{Script=Cyrillic}/u.test(text))
    expect(ukrainian.map(({ path }) => path)).toEqual([])
  })

  test("is said as an error by errors.ts alone, but for what only the log reads", () => {
    const logged =
      /^(sync|medusa-repairs)\/|^workflows\/steps\/begin-run\.ts$|^provider\/look-again\.ts$/
    const own = rules.filter(
      ({ path, text }) => text.includes("new MedusaError(") && !logged.test(path),
    )
    expect(own.map(({ path }) => path)).toEqual([])
  })
})
