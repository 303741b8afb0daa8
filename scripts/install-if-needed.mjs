// Runs before anything is installed: plain Node, no dependencies.
import { spawn } from "node:child_process"
import { existsSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { npmCommand } from "./npm-command.mjs"

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

export function fail(sentence) {
  console.error(`\n✗ ${sentence}\n`)
  process.exit(1)
}

/** npm leaves a copy of the lockfile of what it installed: compare the two package by package. */
function dependenciesAreUpToDate() {
  const installedLock = join(root, "node_modules", ".package-lock.json")
  if (!existsSync(installedLock)) return false
  const wanted = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages
  const installed = JSON.parse(readFileSync(installedLock, "utf8")).packages
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === "" || entry.link) return true
    const present = installed[path]
    return present ? present.version === entry.version : entry.optional || entry.peer
  })
}

function checkNode(command) {
  const [major, minor] = process.versions.node.split(".").map(Number)
  const fits = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22
  if (fits) return
  fail(
    `Node ${process.versions.node} is too old for Medusa's dashboard: install Node 20.19 or newer (or 22.12 or newer) and run \`${command}\` again.`,
  )
}

function install(command) {
  return new Promise((resolve) => {
    const started = Date.now()
    const seconds = () => `${Math.round((Date.now() - started) / 1000)} s`
    console.log("… Installing dependencies (npm ci)")
    const npm = npmCommand(["ci", "--no-audit", "--no-fund", "--loglevel=error"])
    const child = spawn(npm.command, npm.args, {
      cwd: root,
      shell: npm.shell,
      stdio: ["ignore", "pipe", "pipe"],
    })
    let output = ""
    const keep = (chunk) => {
      output = (output + chunk).slice(-4000)
    }
    child.stdout.on("data", keep)
    child.stderr.on("data", keep)
    const ticker = setInterval(() => console.log(`  … still installing, ${seconds()}`), 15_000)
    const forward = (signal) => child.kill(signal)
    const signals = ["SIGINT", "SIGTERM", "SIGHUP"]
    for (const signal of signals) process.on(signal, forward)
    const done = (code, signal, error) => {
      clearInterval(ticker)
      for (const name of signals) process.off(name, forward)
      if (signal) process.exit(130)
      if (error || code !== 0) {
        console.error(output.trim())
        fail(
          `npm ci did not succeed${error ? ` (${error.message})` : ""}. Check the network and the message above, then run \`${command}\` again.`,
        )
      }
      console.log(`✓ Dependencies installed in ${seconds()}`)
      resolve()
    }
    child.on("error", (error) => done(1, null, error))
    child.on("exit", (code, signal) => done(code, signal))
  })
}

/** Installs what package-lock.json names unless it is there. @param command what to type again after a failure */
export async function installIfNeeded(command) {
  checkNode(command)
  if (!dependenciesAreUpToDate()) await install(command)
}
