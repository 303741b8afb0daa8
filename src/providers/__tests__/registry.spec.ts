import { existsSync, readdirSync } from "node:fs"
import { join } from "node:path"
import { ADAPTERS } from "../registry"

const PROVIDERS = join(__dirname, "..")
const foldersWithDescriptor = readdirSync(PROVIDERS).filter((name) =>
  existsSync(join(PROVIDERS, name, "descriptor.ts")),
)

describe("the registry of adapters", () => {
  test("has every folder that describes an adapter, and each under its own name", () => {
    const identifiers = ADAPTERS.map(({ identifier }) => identifier)
    expect([...identifiers].sort()).toEqual(foldersWithDescriptor.sort())
  })

  test.each(ADAPTERS)("$identifier is what a store names it by in medusa-config.ts", async ({
    identifier,
  }) => {
    const { default: provider } = await import(`../${identifier}`)
    expect(provider.services.map((service: { identifier: string }) => service.identifier)).toEqual([
      identifier,
    ])
  })

  test("each of them has a contract test beside it", () => {
    const without = ADAPTERS.filter(
      ({ identifier }) => !existsSync(join(PROVIDERS, identifier, "__tests__/contract.spec.ts")),
    )
    expect(without).toEqual([])
  })

  test("tells its adapters apart by a title, too", () => {
    expect(new Set(ADAPTERS.map(({ title }) => title)).size).toBe(ADAPTERS.length)
  })
})
