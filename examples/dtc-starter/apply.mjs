#!/usr/bin/env node
// Puts RozetkaPay into Medusa's official Next.js starter:
//   node apply.mjs <path to apps/storefront>
// Everything is looked at before anything is written; a second run changes nothing.
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs"
import { dirname, join, relative, resolve, sep } from "node:path"
import { fileURLToPath, pathToFileURL } from "node:url"
import { EDITS } from "./edits.mjs"

const FILES = fileURLToPath(new URL("./files", import.meta.url))

/** A Windows checkout may have other line ends; a file keeps its own. */
const isCrlf = (text) => text.includes("\r\n")
const plain = (text) => text.replace(/\r\n/g, "\n")
const asWas = (text, was) => (isCrlf(was) ? text.replace(/\n/g, "\r\n") : text)

const times = (text, part) => text.split(part).length - 1

const filesIn = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? filesIn(path) : [path]
  })

const readIf = (path) => (existsSync(path) ? readFileSync(path, "utf8") : null)

/** What stands there already, by this patch, is not written a second time. */
const isDone = (text, { find, become }) =>
  become === "" ? !text.includes(find) : text.includes(become)

const edited = (was, edits, troubleOf) => {
  let text = plain(was)
  const troubles = []
  for (const edit of edits) {
    if (isDone(text, edit)) continue
    const found = times(text, edit.find)
    if (found === 1) text = text.replace(edit.find, () => edit.become)
    else troubles.push(troubleOf(edit.find, found))
  }
  return { text, troubles }
}

/**
 * What the patch would write into a storefront's folder.
 *
 * @returns {{ writes: { file: string, text: string, was: string | null }[], troubles: string[] }}
 */
export const planPatch = (storefront) => {
  const writes = []
  const troubles = []
  for (const path of filesIn(FILES)) {
    const file = relative(FILES, path).split(sep).join("/")
    const was = readIf(join(storefront, file))
    const text = readFileSync(path, "utf8")
    if (was === null || plain(was) !== plain(text)) writes.push({ file, text: plain(text), was })
  }
  for (const { file, edits } of EDITS) {
    const was = readIf(join(storefront, file))
    if (was === null) {
      troubles.push(`${file}: there is no such file`)
      continue
    }
    const line = (find) => find.trim().split("\n")[0].trim()
    const result = edited(was, edits, (find, found) =>
      found === 0
        ? `${file}: nowhere does it say \`${line(find)}\``
        : `${file}: \`${line(find)}\` stands there ${found} times, not once`,
    )
    troubles.push(...result.troubles)
    if (result.text !== plain(was)) writes.push({ file, text: asWas(result.text, was), was })
  }
  return { writes, troubles }
}

const fail = (...lines) => {
  for (const one of lines) console.error(one)
  process.exitCode = 1
}

const main = (given) => {
  if (!given) return fail("Usage: node apply.mjs <path to apps/storefront>")
  const storefront = resolve(given)
  if (!existsSync(storefront) || !statSync(storefront).isDirectory()) {
    return fail(`There is no folder ${storefront}.`)
  }
  const { writes, troubles } = planPatch(storefront)
  if (troubles.length > 0) {
    return fail(
      ...troubles,
      "Nothing was written. The starter has changed there: docs/storefront.md says what each file's change is for.",
    )
  }
  for (const { file, text } of writes) {
    const path = join(storefront, file)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  }
  for (const { file, was } of writes) console.log(`${was === null ? "new    " : "changed"} ${file}`)
  console.log(
    writes.length > 0
      ? `RozetkaPay is in: ${writes.length} files.`
      : "RozetkaPay was in already: nothing changed.",
  )
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) main(process.argv[2])
