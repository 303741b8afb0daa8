import { existsSync } from "node:fs"
import { join } from "node:path"
import { filesIn, ROOT, textOf } from "./written-pages"

const twins = filesIn("docs/uk", /\.md$/).map((ukrainian) => ({
  ukrainian,
  english: ukrainian.replace("docs/uk/", "docs/"),
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
  [...textOf(page).matchAll(/!\[[^\]]*\]\((?:\.\.\/)?pictures\/([^)]+)\.(?:en|uk)\.png\)/g)].map(
    ([, name = ""]) => name,
  )

const rowsOf = (page: string): number =>
  withoutCode(textOf(page))
    .split("\n")
    .filter((line) => line.startsWith("|")).length

describe("A page that is written in both languages", () => {
  test("is there: for staff", () => {
    expect(twins.map(({ ukrainian }) => ukrainian)).toContain("docs/uk/admin.md")
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
