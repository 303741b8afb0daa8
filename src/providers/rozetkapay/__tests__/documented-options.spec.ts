import { readFileSync } from "node:fs"
import { join } from "node:path"
import { z } from "zod"
import { EXPRESS_EMAIL_PLACEHOLDERS, expressFields } from "../../../provider/express-options"
import {
  DESCRIPTION_PLACEHOLDERS,
  parseOptionsBy,
  RETURN_PLACEHOLDERS,
  storeOptions,
} from "../../../provider/store-options"
import { legacyAdapter } from "../../rozetkapay-legacy/descriptor"
import { legacyOptionsSchema } from "../../rozetkapay-legacy/options"
import { cardAdapter } from "../descriptor"
import { CARDS_PLACEHOLDERS, optionsSchema } from "../options"

const page = (name: string): string =>
  readFileSync(join(__dirname, "../../../../docs", name), "utf8")
const section = page("options.md")

/** Rows "| `name` | default | meaning |" of a page's table of options. */
const rowsOf = (text: string) =>
  [...text.matchAll(/^\| `(\w+)` \| (.+?) \| (.+) \|$/gm)].map(
    ([, name = "", initial = "", meaning = ""]) => ({ name, initial, meaning }),
  )
const rows = rowsOf(section)
const row = (name: string) => rows.find((one) => one.name === name)

const defaults = z
  .record(z.string(), z.unknown())
  .parse(parseOptionsBy(cardAdapter, { login: "a", password: "b" }))

describe("docs/options.md", () => {
  it("names every option once, and no other", () => {
    const names = rows.map(({ name }) => name)
    expect([...names].sort()).toEqual(Object.keys(optionsSchema.shape).sort())
  })

  it.each(
    Object.keys(optionsSchema.shape).filter((name) => !["login", "password"].includes(name)),
  )("says the default of %s as it is", (name) => {
    const said = row(name)?.initial
    expect(said).toBe(defaults[name] === undefined ? "–" : `\`${String(defaults[name])}\``)
  })

  it("says of login and password that they have no default", () => {
    expect([row("login")?.initial, row("password")?.initial]).toEqual(["–", "–"])
  })

  it.each([
    ["timeoutMs", "500 to 10000"],
    ["checkoutTtlMinutes", "1 to 43200"],
    ["taxGroup", "1 to 9"],
    ["reconcileEveryMinutes", "1 to 1440"],
    ["reconcileLookBackDays", "1 to 90"],
    ["holdDays", "1 to 90"],
    ["mostReturnsPerRun", "0 to 1000"],
    ["orderRetryMinutes", "0 to 1440"],
  ])("says the limits of %s as they are", (name, limits) => {
    expect(row(name)?.meaning).toContain(limits)
    const [least, most] = limits.split(" to ").map(Number)
    const takes = (value: number) =>
      optionsSchema.safeParse({ login: "a", password: "b", [name]: value }).success
    expect([least - 1, least, most, most + 1].map(takes)).toEqual([false, true, true, false])
  })

  it("names every placeholder of the addresses and of the description", () => {
    const missing = [
      ...RETURN_PLACEHOLDERS,
      ...CARDS_PLACEHOLDERS,
      ...DESCRIPTION_PLACEHOLDERS,
    ].filter((placeholder) => !section.includes(`\`{${placeholder}}\``))
    expect(missing).toEqual([])
  })
})

describe("docs/old-contracts.md", () => {
  const legacy = page("old-contracts.md")
  const own = Object.keys(legacyOptionsSchema.shape).filter((name) => !(name in storeOptions))
  const keys = { posId: "a", apiKey: "b", apiSecret: "c", endpointsKey: "d" }
  const legacyDefaults = z
    .record(z.string(), z.unknown())
    .parse(parseOptionsBy(legacyAdapter, keys))

  it("names every option that is the legacy API's own, with its default", () => {
    const said = Object.fromEntries(rowsOf(legacy).map(({ name, initial }) => [name, initial]))
    const expected = own.map((name) => {
      const value = name in keys ? undefined : legacyDefaults[name]
      return [name, value === undefined ? "–" : `\`${String(value)}\``]
    })
    expect(said).toEqual(Object.fromEntries(expected))
  })

  it("names every option that the legacy API does not have", () => {
    const missing = Object.keys(optionsSchema.shape).filter(
      (name) => !(name in legacyOptionsSchema.shape) && !legacy.includes(`\`${name}\``),
    )
    expect(missing).toEqual([])
  })
})

describe("docs/express-checkout.md", () => {
  const text = page("express-checkout.md")
  const configure = text.split("\n## The button\n")[0] ?? ""
  const own = rowsOf(configure)

  it("names every option of express once, with its default, and no other", () => {
    const defaults: Record<string, unknown> = expressFields.parse({ shippingOption: "a" })
    expect(own.map(({ name, initial }) => [name, initial])).toEqual(
      Object.keys(expressFields.shape).map((name) => [
        name,
        name === "shippingOption" ? "–" : `\`${String(defaults[name])}\``,
      ]),
    )
  })

  it("names the placeholders of its e-mail address", () => {
    const meaning = own.find(({ name }) => name === "email")?.meaning ?? ""
    const named = [...meaning.matchAll(/`\{(\w+)\}`/g)].map(([, name]) => name)
    expect(named).toEqual([...EXPRESS_EMAIL_PLACEHOLDERS])
  })
})
