import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"

export const ROOT = join(__dirname, "../..")

/** Files of this repository, by their paths from its root. */
export const filesIn = (folder: string, pattern: RegExp): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .map((name) => `${folder}/${name.replaceAll("\\", "/")}`)
    .filter((path) => pattern.test(path))
    .sort()

export const textOf = (path: string): string => readFileSync(join(ROOT, path), "utf8")

/** Everything that tells people about the plugin. */
export const writtenPages = (): string[] => [
  "README.md",
  "CONTRIBUTING.md",
  "CHANGELOG.md",
  "SECURITY.md",
  ...filesIn("docs", /\.md$/),
]
