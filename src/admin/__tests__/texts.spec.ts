import { readdirSync, readFileSync, statSync } from "node:fs"
import { join } from "node:path"
import i18n, { NAMESPACE } from "../i18n"
import { en } from "../i18n/english"
import { uk } from "../i18n/ukrainian"

type Tree = { [key: string]: string | Tree }

const flat = (tree: Tree, path = ""): Map<string, string> =>
  new Map(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === "string"
        ? [[`${path}${key}`, value] as const]
        : [...flat(value, `${path}${key}.`)],
    ),
  )

const ENGLISH = flat(en)
const UKRAINIAN = flat(uk)

const placesIn = (text = "") => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort()

const ROOM = join(__dirname, "..")
const sources = (folder = ROOM): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) {
      return /^(__tests__|i18n)$/.test(name) ? [] : sources(path)
    }
    return /\.tsx?$/.test(name) ? [readFileSync(path, "utf8")] : []
  })

/** In the code, a key is a whole text, or the constant beginning of one that ends in a code. */
const CODE = sources()
  .join("\n")
  .replace(/zone: "[^"]+"/g, "")
const ROOMS = Object.keys(en).join("|")
const literalKeys = [...CODE.matchAll(new RegExp(`"((?:${ROOMS})\\.[\\w.]+)"`, "g"))].map(
  ([, key = ""]) => key,
)
const keyBeginnings = [...CODE.matchAll(new RegExp(`\`((?:${ROOMS})\\.[\\w.]*)\\$\\{`, "g"))].map(
  ([, beginning = ""]) => beginning,
)

describe("What staff read in the dashboard", () => {
  test("is registered in both languages in the plugin's own namespace", () => {
    expect(i18n).toEqual({ en: { [NAMESPACE]: en }, uk: { [NAMESPACE]: uk } })
  })

  test("has the same texts in English and in Ukrainian", () => {
    expect([...UKRAINIAN.keys()].sort()).toEqual([...ENGLISH.keys()].sort())
  })

  test("names the same values in both", () => {
    const different = [...ENGLISH].filter(
      ([key, text]) => `${placesIn(text)}` !== `${placesIn(UKRAINIAN.get(key))}`,
    )
    expect(different.map(([key]) => key)).toEqual([])
  })

  test("leaves no text empty", () => {
    const empty = [...ENGLISH, ...UKRAINIAN].filter(([, text]) => text.trim() === "")
    expect(empty).toEqual([])
  })

  test("has a text for every key that the code names", () => {
    expect(literalKeys.filter((key) => !ENGLISH.has(key))).toEqual([])
  })

  test("has no text that the code does not name", () => {
    const named = new Set(literalKeys)
    const unused = [...ENGLISH.keys()].filter(
      (key) => !named.has(key) && !keyBeginnings.some((beginning) => key.startsWith(beginning)),
    )
    expect(unused).toEqual([])
  })
})
