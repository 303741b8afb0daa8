// npm test: installs what is missing, runs every suite (or those named, or with --changed what is
// quick to say of the changed files), and ends with one table.
import { spawn } from "node:child_process"
import {
  createWriteStream,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { createInterface } from "node:readline"
import { finished } from "node:stream/promises"
import { setTimeout } from "node:timers/promises"
import { planForChanged } from "./changed-files.mjs"
import { fail, installIfNeeded, root } from "./install-if-needed.mjs"
import { npmCommand } from "./npm-command.mjs"
import { asGroup, endGroup } from "./process-group.mjs"

const SUITES = {
  unit: "the rules of money, the API client, the options",
  simulation: "a thousand interleavings of one purchase, in one process",
  sandbox: "the offline RozetkaPay",
  integration: "a real Medusa on a real PostgreSQL, paid through the sandbox",
  histories:
    "random histories with crashes, forged callbacks by the thousand, two instances on Redis",
  browser: "shoppers and staff in Chromium, on a phone and on a computer, in the demo store",
  package: "the packed plugin, installed into another store",
}
/**
 * One turn after the other; in a turn, lanes side by side. The suites that run one test at a time leave
 * a core idle, and wait a lot besides, so all of them share the last turn.
 */
const TURNS = [
  [["unit"], ["simulation", "sandbox"]],
  [["integration"]],
  [["histories"], ["browser"], ["package"]],
]
/** What a suite is told by its environment, where the caller has not said otherwise. */
const ENVIRONMENT = {
  // A part of those that `npm run test:simulation` tries.
  simulation: { SIMULATION_RUNS: "1000" },
}
/** What --changed runs beside the suites: they count as one test each. */
const CHECKS = { lint: "format and lint", typecheck: "types" }
const CHANGED = "--changed"
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"]
/** How long a suite may take to end once it has reported. */
const PATIENCE_MS = 20_000
/** Lines of a failed suite's log that are shown. */
const LAST_LINES = 40

/** What Jest counted; a spec file that could not be run at all counts as one failure. */
function countTests(reportPath, exitCode) {
  let counts = { passed: 0, failed: 0, skipped: 0 }
  try {
    const report = JSON.parse(readFileSync(reportPath, "utf8"))
    counts = {
      passed: report.numPassedTests,
      failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
      skipped: report.numPendingTests + report.numTodoTests,
    }
  } catch {
    // Jest ended before it could write: the exit code tells.
  }
  return exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}

/** Jest waits for ever for a server that a failed test has left open; its report is written by then. */
function endSoonAfter(reportPath, end) {
  let reportedAt = 0
  return setInterval(() => {
    if (reportedAt === 0 && existsSync(reportPath)) reportedAt = Date.now()
    if (reportedAt === 0 || Date.now() - reportedAt < PATIENCE_MS) return
    reportedAt = Number.POSITIVE_INFINITY
    console.log("It was ended: its tests were done, but something that they started still ran.")
    end()
  }, 1000)
}

/** Jest reports on stderr, and Medusa writes its errors there, in JSON: those are kept with the other lines of the servers. */
function showReport(stderr, log) {
  createInterface({ input: stderr }).on("line", (line) =>
    (line.startsWith('{"level":') ? log : process.stderr).write(`${line}\n`),
  )
}

async function runSuite(suite, folder, more = []) {
  const reportPath = join(folder, `${suite}.json`)
  const logPath = join(folder, `${suite}.log`)
  const log = createWriteStream(logPath)
  const started = Date.now()
  // A group of its own, so that neither a failed nor an interrupted run leaves servers behind.
  const npm = npmCommand([
    "run",
    "--silent",
    `test:${suite}`,
    "--",
    "--json",
    `--outputFile=${reportPath}`,
    ...more,
  ])
  const colour = process.stderr.isTTY ? { FORCE_COLOR: "1" } : {}
  const child = spawn(npm.command, npm.args, {
    ...asGroup,
    cwd: root,
    shell: npm.shell,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...colour, ...ENVIRONMENT[suite], ...process.env },
  })
  child.stdout.pipe(log, { end: false })
  showReport(child.stderr, log)
  const stopGroup = (signal) => endGroup(child, signal)
  const stop = (signal) => {
    stopGroup(signal)
    process.exitCode = 130
    interrupted = true
  }
  for (const signal of SIGNALS) process.on(signal, stop)
  const endLate = endSoonAfter(reportPath, () => stopGroup("SIGTERM"))
  const isClosed = new Promise((resolve) => child.on("close", resolve))
  const exitCode = await new Promise((resolve) => {
    child.on("error", (error) => fail(`npm could not be started: ${error.message}`))
    child.on("exit", (code) => resolve(code ?? 1))
  })
  for (const signal of SIGNALS) process.off(signal, stop)
  clearInterval(endLate)
  stopGroup("SIGTERM")
  // What is left of the group may hold its pipes open; what Jest wrote is there long before.
  await Promise.race([isClosed, setTimeout(2_000, undefined, { ref: false })])
  child.stdout.destroy()
  child.stderr.destroy()
  log.end()
  await finished(log)
  const counts = countTests(reportPath, exitCode)
  if (counts.failed > 0) showLog(suite, logPath)
  return { suite, ...counts, seconds: secondsSince(started) }
}

const secondsSince = (moment) => Math.round((Date.now() - moment) / 1000)

function showLog(suite, logPath) {
  const lines = readFileSync(logPath, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
  if (lines.length === 0) return
  console.log(`\n── The last lines that the servers of "${suite}" wrote`)
  for (const line of lines.slice(-LAST_LINES)) console.log(`   ${line.slice(0, 300)}`)
}

function verdict(failed, passed) {
  if (interrupted) return "✗ Interrupted."
  return failed === 0 ? `✓ ${passed} tests passed.` : `✗ ${failed} failed; see above.`
}

function printTable(results) {
  const row = (suite, passed, failed, skipped, time) =>
    `  ${suite.padEnd(12)}${String(passed).padStart(7)}${String(failed).padStart(8)}${String(skipped).padStart(9)}${time.padStart(8)}`
  const total = (key) => results.reduce((sum, result) => sum + result[key], 0)
  const time = (seconds) => `${seconds} s`
  console.log(`\n${row("suite", "passed", "failed", "skipped", "time")}`)
  for (const { suite, passed, failed, skipped, seconds } of results)
    console.log(row(suite, passed, failed, skipped, time(seconds)))
  console.log(
    row("all", total("passed"), total("failed"), total("skipped"), time(secondsSince(began))),
  )
  console.log(`\n${verdict(total("failed"), total("passed"))}`)
  return { passed: total("passed"), failed: total("failed"), skipped: total("skipped") }
}

/** @returns a row of the table, as of a suite of one test */
async function runCheck(name) {
  const started = Date.now()
  const npm = npmCommand(["run", "--silent", name])
  const child = spawn(npm.command, npm.args, { cwd: root, shell: npm.shell, stdio: "inherit" })
  const code = await new Promise((resolve) => {
    child.on("error", (error) => fail(`npm could not be started: ${error.message}`))
    child.on("exit", (exitCode) => resolve(exitCode ?? 1))
  })
  const isWell = code === 0
  const counts = { passed: isWell ? 1 : 0, failed: isWell ? 0 : 1, skipped: 0 }
  return { suite: name, ...counts, seconds: secondsSince(started) }
}

async function runAll(named) {
  for (const lanes of TURNS) {
    await Promise.all(
      lanes.map(async (lane) => {
        for (const suite of lane) {
          if (interrupted || (named.length > 0 && !named.includes(suite))) continue
          console.log(`\n── ${suite}: ${SUITES[suite]}`)
          results.push(await runSuite(suite, folder))
        }
      }),
    )
  }
}

/** The checks in one lane, the suites in the other. */
async function runChanged({ files, suites, leftOut }) {
  console.log(`\n${files.length} files changed.\n${leftOut}`)
  const checks = async () => {
    for (const [name, what] of Object.entries(CHECKS)) {
      console.log(`\n── ${name}: ${what}`)
      results.push(await runCheck(name))
    }
  }
  const tests = async () => {
    for (const [suite, more] of Object.entries(suites)) {
      if (interrupted) return
      console.log(`\n── ${suite}, as far as it has to do with them: ${SUITES[suite]}`)
      results.push(await runSuite(suite, folder, more))
    }
  }
  await Promise.all([checks(), tests()])
  console.log(`\n${leftOut}`)
}

let interrupted = false
const began = Date.now()
const named = process.argv.slice(2)
const isChanged = named.includes(CHANGED)
if (isChanged && named.length > 1)
  fail(`${CHANGED} chooses the suites by itself; leave out the rest.`)
const unknown = named.find((suite) => suite !== CHANGED && !(suite in SUITES))
if (unknown) {
  const known = Object.entries(SUITES).map(([suite, what]) => `  ${suite.padEnd(12)}${what}`)
  fail(`There is no suite "${unknown}". There are:\n${known.join("\n")}`)
}
await installIfNeeded("npm test")

const folder = mkdtempSync(join(tmpdir(), "rozetkapay-tests-"))
const results = []
const plan = isChanged ? planForChanged() : undefined
if (plan?.files.length === 0) console.log("\nNo file has changed.")
else if (plan) await runChanged(plan)
else await runAll(named)
rmSync(folder, { recursive: true, force: true })
const totals = printTable(results)
// For programs: where to write the counts as JSON.
if (process.env.TEST_COUNTS) writeFileSync(process.env.TEST_COUNTS, JSON.stringify(totals))
if (totals.failed > 0 && !interrupted) process.exitCode = 1
