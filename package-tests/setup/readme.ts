import { readFileSync } from "node:fs"
import { join } from "node:path"

export const readme = (): string => readFileSync(join(__dirname, "../../README.md"), "utf8")

/** A file that README tells a store's developer to write: its block begins with its name. */
export function fileFromReadme(name: string): string {
  const files = [...readme().matchAll(/```ts\n([\s\S]*?)```/g)]
    .map(([, code = ""]) => code)
    .filter((code) => code.startsWith(`// ${name}\n`))
  const [file] = files
  if (!file || files.length > 1) {
    throw new Error(`README must hold one \`\`\`ts block that starts with "// ${name}".`)
  }
  return file
}
