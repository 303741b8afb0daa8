import { readFileSync } from "node:fs"
import { join } from "node:path"
import { parseOptionsBy, storeOptions } from "../../../provider/store-options"
import { batchAdapter } from "../descriptor"
import { batchOptionsSchema } from "../options"

const SELLERS = { olena: { apiKey: "key-1", name: "Олена" } }
const WHOLE = { login: "platform", password: "secret", sellers: SELLERS, defaultSeller: "olena" }

const refusal = (options: unknown): string[] => {
  try {
    parseOptionsBy(batchAdapter, options)
  } catch (error) {
    return (error instanceof Error ? error.message : String(error)).split("\n")
  }
  return []
}

describe("a marketplace's options", () => {
  test("keys, sellers and the seller of what belongs to no one are enough", () => {
    expect(parseOptionsBy(batchAdapter, WHOLE)).toMatchObject({
      ...WHOLE,
      sellerOf: "rozetkapay_seller",
      capture: true,
      apiUrl: "https://api.rozetkapay.com",
    })
  })

  test("a function may say whose a line is", () => {
    const sellerOf = () => "olena"
    expect(parseOptionsBy(batchAdapter, { ...WHOLE, sellerOf }).sellerOf).toBe(sellerOf)
  })

  test.each([
    ["sellers", undefined, 'option "sellers" is missing; it must be { "<key>": { apiKey, name } }'],
    ["sellers", [], 'option "sellers" must be { "<key>": { apiKey, name } }'],
    ["sellers", {}, 'option "sellers" has no seller'],
    ["sellers", { olena: "key-1" }, 'option "sellers.olena" must be { apiKey: "…", name: "…" }'],
    ["sellers", { olena: { apiKey: "", name: "Олена" } }, 'option "sellers.olena.apiKey" is empty'],
    ["sellers", { olena: { name: "Олена" } }, 'option "sellers.olena.apiKey" is missing'],
    [
      "sellers",
      { olena: { apiKey: "key-1" } },
      'option "sellers.olena.name" is missing; it must be a text',
    ],
    [
      "sellers",
      { ...SELLERS, " taras": { apiKey: "key-2", name: "Тарас" } },
      'option "sellers" has a key that',
    ],
    [
      "sellers",
      { ...SELLERS, petro: { apiKey: "key-2", name: "Петро" }, taras: SELLERS.olena },
      'option "sellers" gives "olena" and "taras" one apiKey',
    ],
    [
      "sellers",
      { olena: { apiKey: " \n", name: "Олена" } },
      'option "sellers.olena.apiKey" is empty',
    ],
    [
      "sellers",
      { olena: { ...SELLERS.olena, apikey: "key-2" } },
      'option "sellers.olena.apikey" is unknown',
    ],
    [
      "sellers",
      {
        ...SELLERS,
        seller33103: { apiKey: "key-2", name: "Тарас" },
        seller55520: { apiKey: "key-3", name: "Петро" },
      },
      'option "sellers" has keys that RozetkaPay\'s order ids can\'t tell apart: rename "seller33103" or "seller55520"',
    ],
    [
      "defaultSeller",
      undefined,
      'option "defaultSeller" is missing; it must be one of the keys of "sellers"',
    ],
    ["defaultSeller", "petro", 'option "defaultSeller" must be one of the keys of "sellers"'],
    ["defaultSeller", "toString", 'option "defaultSeller" must be one of the keys of "sellers"'],
    ["sellerOf", "", 'option "sellerOf" must be the name of a metadata field, or a function'],
    ["sellerOf", 7, 'option "sellerOf" must be the name of a metadata field, or a function'],
    ["checkoutTtlMinutes", 4, 'option "checkoutTtlMinutes" must be a whole number from 5 to 720'],
    ["onBehalfOf", "child", 'option "onBehalfOf" is unknown'],
    ["capture", "true", 'option "capture" must be true or false'],
  ])("%s as %j stops the boot with one line that says what to do", (name, value, line) => {
    const lines = refusal({ ...WHOLE, [name]: value })
    expect(lines).toHaveLength(1)
    expect(lines[0]).toContain(`medusa-payment-rozetkapay (rozetkapay-batch): ${line}`)
    expect(lines[0]).not.toContain("key-1")
  })
})

describe("docs/marketplaces.md's table of options", () => {
  const section = readFileSync(join(__dirname, "../../../../docs/marketplaces.md"), "utf8")
  const rows = new Map(
    [...section.matchAll(/^\| `(\w+)` \| (.+?) \| .+ \|$/gm)].map(([, name, initial]) => [
      name,
      initial,
    ]),
  )
  const own = Object.keys(batchOptionsSchema.shape).filter((name) => !(name in storeOptions))

  test("names every option that other providers do not have, or have otherwise", () => {
    expect([...rows.keys()].sort()).toEqual(own.sort())
  })

  test.each(["apiUrl", "sellerOf"] as const)("says the default of %s as it is", (name) => {
    expect(rows.get(name)).toBe(`\`${String(parseOptionsBy(batchAdapter, WHOLE)[name])}\``)
  })

  test("says the limits of checkoutTtlMinutes as they are", () => {
    expect(section).toContain("5 to 720")
    const takes = (checkoutTtlMinutes: number) =>
      batchOptionsSchema.safeParse({ ...WHOLE, checkoutTtlMinutes }).success
    expect([4, 5, 720, 721].map(takes)).toEqual([false, true, true, false])
  })
})
