import { existsSync } from "node:fs"
import { join, posix } from "node:path"
import { filesIn, ROOT, textOf } from "./written-pages"

/** What a merchant's people read, from the first look at it to the worst day. */
const FOR_MERCHANTS = [
  "docs/uk/README.md",
  "docs/uk/admin.md",
  "docs/uk/coming-from.md",
  "docs/uk/going-live.md",
  "docs/uk/restoring-a-backup.md",
  "docs/uk/storefront.md",
  "docs/uk/troubleshooting.md",
  "docs/uk/upgrading.md",
]

/** README lies above docs, its twin beside the other Ukrainian pages, where GitHub shows it for the folder. */
const englishOf = (ukrainian: string): string =>
  ukrainian === "docs/uk/README.md" ? "README.md" : ukrainian.replace("docs/uk/", "docs/")

const twins = filesIn("docs/uk", /\.md$/).map((ukrainian) => ({
  ukrainian,
  english: englishOf(ukrainian),
}))

const withoutCode = (text: string): string => text.replace(/^```[\s\S]*?^```/gm, "")

const CYRILLIC = /[\u0400-\u04ff]/

/** "##", "###": of each heading how deep it stands. */
const depthsOf = (page: string): string[] =>
  [...withoutCode(textOf(page)).matchAll(/^(#+) /gm)].map(([, depth = ""]) => depth)

const samplesOf = (page: string): string[] =>
  [...textOf(page).matchAll(/^```[\s\S]*?^```/gm)].map(([sample]) => sample)

/** Without the folder and the language: "admin/order". */
const picturesOf = (page: string): string[] =>
  [
    ...textOf(page).matchAll(/!\[[^\]]*\]\((?:\.\.\/|docs\/)?pictures\/([^)]+)\.(?:en|uk)\.png\)/g),
  ].map(([, name = ""]) => name)

const rowsOf = (page: string): number =>
  withoutCode(textOf(page))
    .split("\n")
    .filter((line) => line.startsWith("|")).length

describe("A page that is written in both languages", () => {
  test("is there for all that a merchant's people read", () => {
    expect(twins.map(({ ukrainian }) => ukrainian)).toEqual(FOR_MERCHANTS)
  })

  test.each(twins)("$ukrainian and its twin lead to each other at their top", (twin) => {
    const { english, ukrainian } = twin
    const top = (page: string) => textOf(page).split("\n## ")[0]
    const from = (page: string, to: string) => posix.relative(posix.dirname(page), to)
    expect(top(english)).toContain(`[Українською](${from(english, ukrainian)})`)
    expect(top(ukrainian)).toContain(`[In English](${from(ukrainian, english)})`)
  })

  test.each(
    twins,
  )("$ukrainian has the headings, tables, samples and pictures of its English twin", (twin) => {
    const { english, ukrainian } = twin
    expect(existsSync(join(ROOT, english))).toBe(true)
    expect(depthsOf(ukrainian)).toEqual(depthsOf(english))
    expect(rowsOf(ukrainian)).toBe(rowsOf(english))
    expect(samplesOf(ukrainian)).toEqual(samplesOf(english))
    expect(picturesOf(ukrainian)).toEqual(picturesOf(english))
  })

  test.each(
    twins,
  )("$ukrainian has Ukrainian headings and pictures, and its twin English ones", (twin) => {
    const { english, ukrainian } = twin
    const headings = (page: string) => withoutCode(textOf(page)).match(/^#+ .+$/gm) ?? []
    expect(headings(english).filter((one) => CYRILLIC.test(one))).toEqual([])
    expect(headings(ukrainian).filter((one) => !CYRILLIC.test(one))).toEqual([])
    expect(textOf(english)).not.toMatch(/\.uk\.png\)/)
    expect(textOf(ukrainian)).not.toMatch(/\.en\.png\)/)
  })
})
