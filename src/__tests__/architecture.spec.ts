import { existsSync } from "node:fs"
import { join, posix } from "node:path"
import { filesIn, ROOT, textOf } from "./written-pages"

const PAGE = "docs/architecture.md"

/** A line "1. `path` (note): what it does" of a walk. */
type Stop = { path: string; note: string }

const walks = (): { title: string; stops: Stop[] }[] => {
  const section = textOf(PAGE).split("\n## Two walks\n")[1]?.split("\n## ")[0] ?? ""
  return section
    .split("\n### ")
    .slice(1)
    .map((text) => ({
      title: text.split("\n")[0] ?? "",
      stops: [...text.matchAll(/^\d+\. `([^`]+)`(?: \(([^)]*)\))?:/gm)].map(
        ([, path = "", note = ""]) => ({ path, note: note.replaceAll("`", "") }),
      ),
    }))
}

/** Files that a file imports or re-exports, types included: who names another's shape depends on it. */
const importsOf = (path: string): string[] => importsIn(textOf(path), path)

const importsIn = (text: string, path: string): string[] =>
  [...text.matchAll(/from "(\.[^"]+)"/g)].map(([, to = ""]) => {
    const target = posix.join(posix.dirname(path), to)
    const isFolder = !existsSync(join(ROOT, `${target}.ts`))
    return isFolder ? `${target}/index.ts` : `${target}.ts`
  })

/** What runs when a file is loaded: types are gone by then. */
const runsWith = (path: string, known = new Set<string>()): Set<string> => {
  if (known.has(path)) return known
  known.add(path)
  const typesOnly = /^(import|export) type [^"]*from "[^"]+"$/gm
  for (const next of importsIn(textOf(path).replace(typesOnly, ""), path)) runsWith(next, known)
  return known
}

/** By what a file is reached that none above it imports. */
const BY_MEDUSA = /^Medusa calls it$/
const BY_ID = /^by its id (\w+)$/

/** What to change in the page; null: this stop is right. */
const mistakeAt = (stops: Stop[], index: number): string | null => {
  const stop = stops[index]
  if (!stop) return null
  const { path, note } = stop
  const line = `${index + 1}. \`${path}\``
  if (!existsSync(join(ROOT, path)))
    return `${line}: there is no such file. Write where it has moved to, or remove the line`
  if (stops.findIndex((one) => one.path === path) !== index)
    return `${line}: it stands above already. Remove one of the two lines`
  if (index === 0 || BY_MEDUSA.test(note)) return null
  const above = stops.slice(0, index).filter((one) => existsSync(join(ROOT, one.path)))
  const [, id] = BY_ID.exec(note) ?? []
  if (id) {
    const isNamed = (file: string) => new RegExp(`\\b${id}\\b`).test(textOf(file))
    return isNamed(path) && above.some((one) => isNamed(one.path))
      ? null
      : `${line}: ${id} is not named by it and by a file above it. Name the id that is`
  }
  return above.some((one) => importsOf(one.path).includes(path))
    ? null
    : `${line}: no file above it imports it. Move the line below the file that does, add that file, or remove the line`
}

describe(PAGE, () => {
  test("has the walk of a payment's start and of a callback", () => {
    expect(walks().map(({ title }) => title)).toEqual(["A payment is started", "A callback comes"])
  })

  test.each(walks())("$title: each file is there, once, and called by one above it", ({
    stops,
  }) => {
    expect(stops.length).toBeGreaterThan(10)
    const mistakes = stops.flatMap((_, index) => mistakeAt(stops, index) ?? [])
    expect(mistakes).toEqual([])
  })

  test("has a sentence for each word of the glossary", () => {
    const section = textOf(PAGE).split("\n## Glossary\n")[1]?.split("\n## ")[0] ?? ""
    const rows = [...section.matchAll(/^\| ([a-z][^|]+) \| (.+) \|$/gm)]
    expect(rows.length).toBeGreaterThan(15)
    expect(rows.filter(([, , meaning = ""]) => !meaning.endsWith("."))).toEqual([])
  })
})

const isCode = (path: string) => !path.includes("__tests__")
const linesWith = (paths: string[], pattern: RegExp) =>
  paths.flatMap((path) =>
    textOf(path)
      .split("\n")
      .flatMap((line) => (pattern.test(line) ? [`${path}: ${line.trim()}`] : [])),
  )

describe("Syncing sees a store only through its port", () => {
  const files = filesIn("src/sync", /\.ts$/).filter(isCode)

  test("and so names nothing of Medusa's, no clock and no chance", () => {
    const pattern =
      /@medusajs|[cC]ontainer|Date\.now|new Date\(\)|performance\.|Math\.random|randomUUID|set(Timeout|Interval|Immediate)/
    expect(files.length).toBeGreaterThan(20)
    expect(linesWith(files, pattern)).toEqual([])
  })

  test("and runs without a container, by whatever it imports", () => {
    const reached = [...new Set(files.flatMap((file) => [...runsWith(file)]))]
    expect(reached.length).toBeGreaterThan(files.length)
    expect(
      linesWith(reached, /\.resolve\(|from "@medusajs\/(?!framework\/(utils|types)")/),
    ).toEqual([])
  })
})

test("Medusa's own rows are written by its workflows, its public methods and medusa-repairs/ alone", () => {
  const files = filesIn("src", /\.ts$/).filter(isCode)
  const written = linesWith(files, /(Service|\brows)\s*\.(update|create|delete)\(/)
  expect(written.length).toBeGreaterThan(0)
  expect(written.filter((line) => !line.startsWith("src/medusa-repairs/"))).toEqual([])
})
