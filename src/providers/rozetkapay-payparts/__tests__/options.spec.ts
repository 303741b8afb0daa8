import { readFileSync } from "node:fs"
import { join } from "node:path"
import { optionWarnings, parseOptionsBy, storeOptions } from "../../../provider/store-options"
import { optionsSchema } from "../../rozetkapay/options"
import { payPartsAdapter } from "../descriptor"
import { payPartsOptionsSchema } from "../options"

const keys = { login: "shop", password: " secret " }
const parse = (options: object) => parseOptionsBy(payPartsAdapter, options)
const complaint = (options: object) => {
  try {
    parse({ ...keys, ...options })
  } catch (error) {
    return error instanceof Error ? error.message : ""
  }
  throw new Error("The options were accepted")
}

describe("the options of instalments", () => {
  test("a login and a password are enough; all banks are offered, and sales are captured at once", () => {
    const options = parse(keys)
    expect(options).toMatchObject({ ...keys, capture: true, apiUrl: "https://api.rozetkapay.com" })
    expect(options.banks).toBeUndefined()
    expect(options.mode).toBeUndefined()
  })

  test.each([
    [{ banks: [] }, 'option "banks" is empty'],
    [{ banks: "monobank" }, 'option "banks" must be a list'],
    [{ banks: ["monobank", "monobank"] }, "each once"],
    [{ banks: ["Моно"] }, 'option "banks" must be a list'],
    [{ mode: "express" }, 'option "mode" must be hosted or direct'],
    [{ capture: "yes" }, 'option "capture" must be true or false'],
    [{ bank: ["monobank"] }, 'option "bank" is unknown'],
    [{ login: undefined }, 'option "login" is missing'],
  ])("%j stops the boot by one line that names it and not its value", (options, line) => {
    const said = complaint(options)
    expect(said).toContain(line)
    expect(said.split("\n")).toHaveLength(1)
    expect(said).toMatch(/^medusa-payment-rozetkapay \(rozetkapay-payparts\): /)
    expect(said).not.toContain("Моно")
  })

  test("a store without a public address is warned", () => {
    expect(optionWarnings("rozetkapay-payparts", keys).join()).toContain("backendUrl")
  })
})

describe("docs/instalments.md's options", () => {
  const page = readFileSync(join(__dirname, "../../../../docs/instalments.md"), "utf8")
  const section = page.split("\n## Options\n")[1]?.split("\n## ")[0] ?? ""
  const rows = [...section.matchAll(/^\| `(\w+)` \| (.+?) \| .+ \|$/gm)]
  const own = Object.keys(payPartsOptionsSchema.shape).filter((name) => !(name in storeOptions))
  const defaults: Record<string, unknown> = {
    ...parse(keys),
    login: undefined,
    password: undefined,
  }

  test("are those that are not every provider's, with their defaults", () => {
    const said = rows.map(([, name, initial]) => [name, initial])
    const expected = own.map((name) => [name, defaults[name] ? `\`${defaults[name]}\`` : "–"])
    expect(said).toEqual(expected)
  })

  test("name every option of cards that they do not have", () => {
    const missing = Object.keys(optionsSchema.shape).filter(
      (name) => !(name in payPartsOptionsSchema.shape) && !section.includes(`\`${name}\``),
    )
    expect(missing).toEqual([])
  })
})
