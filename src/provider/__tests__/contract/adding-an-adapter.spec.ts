import { readFileSync } from "node:fs"
import { join } from "node:path"
import { ADAPTERS } from "../../../providers/registry"
import { exampleAdapter } from "./example-adapter/descriptor"

const FOLDER = join(__dirname, "example-adapter")
const document = readFileSync(join(__dirname, "../../../../docs/adding-an-adapter.md"), "utf8")
const samples = [...document.matchAll(/```ts\n\/\/ (\S+)\n([\s\S]*?)```/g)].map(
  ([, file = "", code = ""]) => ({ file, code }),
)

describe("docs/adding-an-adapter.md", () => {
  test.each(samples)("shows $file as it is", ({ file, code }) => {
    expect(readFileSync(join(FOLDER, file), "utf8")).toContain(code)
  })

  test("says of every sample which file it is of", () => {
    expect(document.match(/```ts\n/g)).toHaveLength(samples.length)
  })

  test("names files that there are", () => {
    const named = [...document.matchAll(/`(src\/[\w./-]+\.ts)`/g)].map(([, path = ""]) => path)
    expect(named.length).toBeGreaterThan(5)
    for (const path of named) readFileSync(join(__dirname, "../../../..", path))
  })

  test("adds an adapter that no other has the name of", () => {
    expect(ADAPTERS.map(({ identifier }) => identifier)).not.toContain(exampleAdapter.identifier)
  })
})
