import { z } from "zod"
import { filesIn, textOf } from "./written-pages"

const ownPackage = z.object({
  scripts: z.record(z.string(), z.string()),
  repository: z.object({ url: z.string() }),
  bugs: z.object({ url: z.string() }),
  homepage: z.string(),
})

const { scripts, ...addresses } = ownPackage.parse(JSON.parse(textOf("package.json")))

describe("npm's scripts", () => {
  test.each(
    Object.entries(scripts),
  )("of %s run in the shells of Windows as well: no variable is set or read by the shell", (_name, script) => {
    expect(script).not.toMatch(/(^|\s)[A-Z_]+=|\$|%\w+%|'|;|\brm |\bcp /)
  })
})

describe("The package", () => {
  test("says in one voice where its source is and where mistakes are told", () => {
    const [, source = ""] = /^git\+(https:\/\/.+)\.git$/.exec(addresses.repository.url) ?? []
    expect(addresses).toMatchObject({
      homepage: `${source}#readme`,
      bugs: { url: `${source}/issues` },
    })
    const forms = filesIn(".github", /\.yml$/).map(textOf)
    const named = forms.flatMap(
      (form) => form.match(/https:\/\/github\.com\/[\w-]+\/[\w-]+/g) ?? [],
    )
    expect(new Set(named)).toEqual(new Set([source]))
  })
})
