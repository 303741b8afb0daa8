import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"

const ROOT = join(__dirname, "../..")

/** README and the English pages of docs/: the path from the package's root, and the text. Their twins have the same samples. */
export const pages = (): { path: string; text: string }[] => {
  const docs = readdirSync(join(ROOT, "docs"), { recursive: true, encoding: "utf8" })
    .map((name) => `docs/${name.replaceAll("\\", "/")}`)
    .filter((path) => path.endsWith(".md") && !path.startsWith("docs/uk/"))
  return ["README.md", ...docs].map((path) => ({
    path,
    text: readFileSync(join(ROOT, path), "utf8"),
  }))
}

/** A file that the docs tell a store's developer to write: its block begins with its name. */
export function fileFromDocs(name: string): string {
  const files = pages()
    .flatMap(({ text }) => [...text.matchAll(/```ts\n([\s\S]*?)```/g)])
    .map(([, code = ""]) => code)
    .filter((code) => code.startsWith(`// ${name}\n`))
  const [file] = files
  if (!file || files.length > 1) {
    throw new Error(`README and docs must hold one \`\`\`ts block that starts with "// ${name}".`)
  }
  return file
}

/** A command that a page names, by a pattern with one group. */
export function commandFromDocs(pattern: RegExp): string {
  const found = pages().flatMap(({ text }) => pattern.exec(text)?.[1] ?? [])
  const [command] = found
  if (!command) throw new Error(`README or docs must hold ${pattern}.`)
  return command
}
