import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { adminPolicies } from "../admin-policies"
import middlewares from "../middlewares"

const ADMIN = join(__dirname, "..", "admin")
const METHOD = /export (?:const|async function|function) (GET|POST|PUT|PATCH|DELETE)\b/g

/** Every route under `src/api/admin`, as Medusa makes it of the file's place. */
const routes = readdirSync(ADMIN, { recursive: true, encoding: "utf8" })
  .filter((file) => /(^|[/\\])route\.ts$/.test(file))
  .flatMap((file) => {
    const path = file.split(/[/\\]/).slice(0, -1).join("/")
    const matcher = `/admin/${path.replace(/\[(\w+)\]/g, ":$1")}`
    const text = readFileSync(join(ADMIN, file), "utf8")
    return [...text.matchAll(METHOD)].map(([, method = ""]) => ({ method, matcher }))
  })

describe("what staff must be allowed to do", () => {
  test("is said for every admin route that the plugin has, and for none that it has not", () => {
    const declared = adminPolicies.flatMap(({ matcher, methods = [] }) =>
      [methods].flat().map((method) => ({ method, matcher })),
    )
    const inOrder = (list: object[]) => list.map((one) => JSON.stringify(one)).sort()
    expect(routes.length).toBeGreaterThan(4)
    expect(inOrder(declared)).toEqual(inOrder(routes))
  })

  test("is never nothing, and is told to Medusa", () => {
    for (const { policies } of adminPolicies) expect([policies].flat()).not.toHaveLength(0)
    expect(middlewares.routes).toEqual(
      expect.arrayContaining(adminPolicies.map((one) => expect.objectContaining(one))),
    )
  })
})
