// npm run test:mutation: every room, or those named; then a table by folder. Fails below the threshold.
// With --report nothing is measured: the table is of what was measured before.
import { spawnSync } from "node:child_process"
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { dirname } from "node:path"
import { ROOMS } from "./rooms.mjs"

/** Per cent of all mutants that the tests must notice. */
const THRESHOLD = 85
const CONFIGURATION = "scripts/mutation/stryker.config.mjs"
const SURVIVED = ["Survived", "NoCoverage"]
const FOUND = ["Killed", "Timeout"]

const REPORT = "--report"

const given = process.argv.slice(2)
const named = given.filter((name) => name !== REPORT)
const unknown = named.find((name) => !(name in ROOMS))
if (unknown) {
  console.error(`There is no room "${unknown}". There are: ${Object.keys(ROOMS).join(", ")}.`)
  process.exit(2)
}
const rooms = named.length > 0 ? named : Object.keys(ROOMS)

mkdirSync(".mutation", { recursive: true })
const failed = rooms.filter((room) => {
  if (given.includes(REPORT)) return !existsSync(`.mutation/${room}.json`)
  console.log(`\n── ${room}`)
  const stryker = ["node_modules/@stryker-mutator/core/bin/stryker.js", "run", CONFIGURATION]
  const env = { ...process.env, MUTATION_ROOM: room }
  return spawnSync(process.execPath, stryker, { stdio: "inherit", env }).status !== 0
})

const folders = new Map()
const survivors = []
for (const room of rooms) {
  const path = `.mutation/${room}.json`
  if (!existsSync(path)) continue
  const { files } = JSON.parse(readFileSync(path, "utf8"))
  for (const [file, { mutants, source }] of Object.entries(files)) {
    const folder = folders.get(dirname(file)) ?? { found: 0, survived: 0, uncovered: 0, text: 0 }
    folders.set(dirname(file), folder)
    for (const mutant of mutants) {
      if (FOUND.includes(mutant.status)) folder.found += 1
      if (mutant.status === "Survived") folder.survived += 1
      if (mutant.status === "NoCoverage") folder.uncovered += 1
      if (mutant.status === "Ignored") folder.text += 1
      if (SURVIVED.includes(mutant.status)) survivors.push({ file, ...mutant, source })
    }
  }
}

const row = (folder, of) =>
  `  ${folder.padEnd(30)}${[of.found, of.survived, of.uncovered, of.text].map((n) => String(n).padStart(10)).join("")}${rateOf(of).toFixed(1).padStart(9)} %`
const rateOf = ({ found, survived, uncovered }) =>
  (100 * found) / Math.max(1, found + survived + uncovered)
const all = { found: 0, survived: 0, uncovered: 0, text: 0 }
for (const of of folders.values()) for (const key of Object.keys(all)) all[key] += of[key]

console.log(
  `\n  ${"folder".padEnd(30)}${["found", "survived", "not run", "text"].map((word) => word.padStart(10)).join("")}${"rate".padStart(11)}`,
)
for (const [folder, of] of [...folders].sort()) console.log(row(folder, of))
console.log(row("all", all))

writeFileSync(".mutation/survivors.md", survivorsAsText())
console.log("\nThe survivors are in .mutation/survivors.md.")
if (failed.length > 0) console.log(`✗ Not measured to the end: ${failed.join(", ")}.`)
const isEnough = rateOf(all) >= THRESHOLD
console.log(`${isEnough ? "✓" : "✗"} ${rateOf(all).toFixed(1)} %, of at least ${THRESHOLD} %.`)
if (!isEnough || failed.length > 0) process.exitCode = 1

/** Each in a line: where, what it was, what became of it. */
function survivorsAsText() {
  const oneLine = (text) => text.replace(/\s+/g, " ").replaceAll("`", "'").slice(0, 90)
  const lines = survivors.map(({ file, location: { start, end }, source, replacement }) => {
    const inFile = source.split("\n")
    const first = inFile[start.line - 1] ?? ""
    const was =
      start.line === end.line ? first.slice(start.column - 1, end.column - 1) : `${first.trim()} …`
    return `- ${file}:${start.line} \`${oneLine(was)}\` → \`${oneLine(replacement ?? "")}\``
  })
  return `${lines.sort().join("\n")}\n`
}
