import { readFileSync } from "node:fs"
import { join } from "node:path"
import { medusaWarning, OLDEST_MEDUSA } from "../medusa-version"

describe("the Medusa that the plugin runs in", () => {
  test.each([
    "2.17.2",
    "2.17.9",
    "1.20.10",
    "2.9.9",
    "2.17.2-preview-20260101",
  ])("%s is older than what is tested: one warning says so", (version) => {
    expect(medusaWarning(version)).toMatch(
      `Medusa ${version} is older than 2.18.0, the oldest that this plugin is tested on`,
    )
  })

  test.each([
    "2.18.0",
    "2.18.1",
    "2.21.2",
    "2.22.0",
    "2.100.0",
    "3.0.0",
    "snapshot",
    null,
  ])("%s: nothing is said", (version) => {
    expect(medusaWarning(version)).toBeNull()
  })

  test("the oldest tested one is what package.json asks for", () => {
    const { peerDependencies } = JSON.parse(
      readFileSync(join(__dirname, "../../../../package.json"), "utf8"),
    )
    expect(peerDependencies).toMatchObject({
      "@medusajs/medusa": `^${OLDEST_MEDUSA}`,
      "@medusajs/framework": `^${OLDEST_MEDUSA}`,
    })
  })
})
