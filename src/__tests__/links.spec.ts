import { existsSync } from "node:fs"
import { join, posix } from "node:path"
import { ROOT, textOf, writtenPages } from "./written-pages"

const withoutCode = (text: string): string => text.replace(/^```[\s\S]*?^```/gm, "")

/** As GitHub makes them of headings. */
const anchorsOf = (path: string): string[] =>
  [...withoutCode(textOf(path)).matchAll(/^#+ (.+)$/gm)].map(([, title = ""]) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}_ -]/gu, "")
      .replaceAll(" ", "-"),
  )

const linksOf = (path: string): string[] =>
  [...withoutCode(textOf(path)).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, to = ""]) => to)
    .filter((to) => !/^https?:\/\//.test(to))

describe("Links in README and docs", () => {
  test.each(writtenPages())("of %s lead to a page and a heading that are there", (page) => {
    const dead = linksOf(page).filter((to) => {
      const [path = "", anchor] = to.split("#")
      const target = path === "" ? page : posix.join(posix.dirname(page), path)
      if (!existsSync(join(ROOT, target))) return true
      return anchor !== undefined && !anchorsOf(target).includes(anchor)
    })
    expect(dead).toEqual([])
  })

  test("lead to every page from README, at the latest by the pages that it leads to", () => {
    const reached = new Set(["README.md"])
    for (const page of reached) {
      if (!page.endsWith(".md") || !existsSync(join(ROOT, page))) continue
      for (const to of linksOf(page)) {
        const [path = ""] = to.split("#")
        if (path !== "") reached.add(posix.join(posix.dirname(page), path))
      }
    }
    expect(writtenPages().filter((page) => !reached.has(page))).toEqual([])
  })
})

describe("README", () => {
  test("has at most 250 lines", () => {
    expect(textOf("README.md").split("\n").length).toBeLessThanOrEqual(250)
  })
})
