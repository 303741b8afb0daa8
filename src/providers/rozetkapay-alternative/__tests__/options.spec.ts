import { readFileSync } from "node:fs"
import { join } from "node:path"
import { parseOptionsBy, storeOptions } from "../../../provider/store-options"
import { alternativeAdapter } from "../descriptor"
import { METHODS } from "../methods"
import { alternativeOptionsSchema } from "../options"

const WHOLE = { login: "shop", password: "secret" }

const refusal = (options: unknown): string[] => {
  try {
    parseOptionsBy(alternativeAdapter, options)
  } catch (error) {
    return (error instanceof Error ? error.message : String(error)).split("\n")
  }
  return []
}

describe("the options of alternative payments", () => {
  test("keys are enough: then everything there is is offered", () => {
    expect(parseOptionsBy(alternativeAdapter, WHOLE)).toMatchObject({
      ...WHOLE,
      methods: METHODS,
      capture: true,
      apiUrl: "https://api.rozetkapay.com",
    })
  })

  test("a merchant says what is offered, and in which order", () => {
    const methods = ["przelewy24", "blik"]
    expect(parseOptionsBy(alternativeAdapter, { ...WHOLE, methods }).methods).toEqual(methods)
  })

  test.each([
    ["methods", [], 'option "methods" is empty'],
    ["methods", "blik", 'option "methods" must be a list of blik, blik_paylater,'],
    ["methods", ["blik", "cash-1"], 'option "methods" must be a list of blik, blik_paylater,'],
    ["methods", ["blik", "blik"], 'option "methods" must be a list of blik, blik_paylater,'],
    ["capture", false, 'option "capture" must be true or left out'],
    ["capture", "true", 'option "capture" must be true or left out'],
    ["login", undefined, 'option "login" is missing'],
    ["password", " ", 'option "password" is empty'],
    ["colorMode", "dark", 'option "colorMode" is unknown'],
    ["checkoutTtlMinutes", 10, 'option "checkoutTtlMinutes" is unknown'],
    ["orderRetryMinutes", -1, 'option "orderRetryMinutes" must be a whole number from 0 to 1440'],
  ])("%s as %j stops the boot with one line that says what to do", (name, value, line) => {
    const lines = refusal({ ...WHOLE, [name]: value })
    expect(lines).toHaveLength(1)
    expect(lines[0]).toContain(`medusa-payment-rozetkapay (rozetkapay-alternative): ${line}`)
    expect(lines[0]).not.toContain("cash-1")
  })
})

describe("docs/alternative-payments.md", () => {
  const page = readFileSync(join(__dirname, "../../../../docs/alternative-payments.md"), "utf8")
  const rows = (title: string) => {
    const section = page.split(`\n## ${title}\n`)[1]?.split("\n## ")[0] ?? ""
    return [...section.matchAll(/^\| `(\w+)` \| (.+?) \| .+ \|$/gm)]
  }

  test("names every option that other providers do not have, or have otherwise", () => {
    const own = Object.keys(alternativeOptionsSchema.shape).filter(
      (name) => !(name in storeOptions),
    )
    const named = rows("Options").map(([, name]) => name)
    expect([...named].sort()).toEqual([...own, "capture"].sort())
  })

  test("names every method once", () => {
    expect(rows("Methods").map(([, name]) => name)).toEqual([...METHODS])
  })
})
