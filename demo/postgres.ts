import { type ChildProcess, spawn, spawnSync } from "node:child_process"
import { randomBytes } from "node:crypto"
import fs from "node:fs"
import path from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import { Client } from "pg"
import { tail } from "./child-program"
import { DemoFailure, messageOf } from "./failure"
import { isAlive } from "./lock"
import { choosePort } from "./ports"
import { findPostgres, type PostgresProgram } from "./postgres-program"

export interface RunningPostgres {
  url: string
  pid: number
  /** The folder that holds all it wrote, and its program when that had to be copied. */
  home: string
}

export interface PostgresWishes {
  /** Gets the way to stop it before it is up, so that an impatient Ctrl-C leaves nothing behind. */
  onStart: (stop: () => Promise<void>) => void
  /** Further settings, as `name=value`. */
  settings?: string[]
  /** Ports that others are going to listen on. */
  taken?: number[]
}

const RETRY = "Start again; if it fails the same way, remove the demo's folder (.demo) first."

function passwordFile({ place, account }: PostgresProgram): string {
  const file = path.join(place, "password")
  if (!fs.existsSync(file)) {
    fs.writeFileSync(file, randomBytes(18).toString("hex"), { mode: 0o600 })
    if (account.uid !== undefined && account.gid !== undefined) {
      fs.chownSync(file, account.uid, account.gid)
    }
  }
  return file
}

/** Makes the data folder under another name first: an interrupted initdb leaves nothing half done. */
function initialise(postgres: PostgresProgram, data: string, password: string, log: string): void {
  const unfinished = `${data}.unfinished`
  fs.rmSync(unfinished, { recursive: true, force: true })
  const run = spawnSync(
    path.join(postgres.program, "bin", "initdb"),
    [
      `--pgdata=${unfinished}`,
      "--username=postgres",
      "--auth=scram-sha-256",
      `--pwfile=${password}`,
      "--encoding=UTF8",
      "--no-locale",
      "--no-sync",
    ],
    { ...postgres.account, cwd: "/", encoding: "utf8", env: { ...process.env, LC_ALL: "C" } },
  )
  fs.writeFileSync(log, `${run.stdout}\n${run.stderr}`)
  if (run.status !== 0) {
    const said = run.stderr?.trim() || run.error?.message
    throw new DemoFailure("The database could not be created", RETRY, said)
  }
  fs.renameSync(unfinished, data)
}

function isOurPostgres(pid: number, data: string): boolean {
  const listed = fs.existsSync(`/proc/${pid}/cmdline`)
    ? fs.readFileSync(`/proc/${pid}/cmdline`, "utf8")
    : spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).stdout
  return (listed ?? "").includes(data)
}

/** A run that was killed leaves a server behind, or its pid file, whose number may be anybody's now. */
async function clearEarlierRun(data: string): Promise<void> {
  const file = path.join(data, "postmaster.pid")
  if (!fs.existsSync(file)) return
  const pid = Number(fs.readFileSync(file, "utf8").split("\n")[0])
  if (pid > 0 && isAlive(pid) && isOurPostgres(pid, data)) {
    for (const signal of ["SIGINT", "SIGQUIT", "SIGKILL"] as const) {
      process.kill(pid, signal)
      for (let waited = 0; waited < 5000 && isAlive(pid); waited += 50) await pause(50)
      if (!isAlive(pid)) break
    }
  }
  fs.rmSync(file, { force: true })
}

async function answers(url: string): Promise<string | undefined> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2000 })
  client.on("error", () => undefined)
  try {
    await client.connect()
    return undefined
  } catch (error) {
    return messageOf(error)
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function stop(child: ChildProcess): Promise<void> {
  const gone = () => child.exitCode !== null || child.signalCode !== null
  for (const signal of ["SIGINT", "SIGQUIT", "SIGKILL"] as const) {
    if (gone()) return
    child.kill(signal)
    for (let waited = 0; waited < 8000 && !gone(); waited += 20) await pause(20)
  }
}

/** Starts the embedded PostgreSQL on a free port of this machine and answers when it takes queries. */
export async function startPostgres(
  folder: string,
  { onStart, settings = [], taken = [] }: PostgresWishes,
): Promise<RunningPostgres> {
  const postgres = findPostgres(folder)
  const data = path.join(postgres.place, `data-${postgres.version}`)
  const logFile = path.join(folder, "logs", "postgres.log")
  fs.mkdirSync(path.dirname(logFile), { recursive: true })
  await clearEarlierRun(data)
  if (postgres.forgotten) {
    for (const name of fs.readdirSync(postgres.place)) {
      fs.rmSync(path.join(postgres.place, name), { recursive: true })
    }
  }
  const password = passwordFile(postgres)
  if (!fs.existsSync(path.join(data, "PG_VERSION"))) initialise(postgres, data, password, logFile)

  const port = await choosePort("PostgreSQL", { preferred: 0, fixed: false }, taken)
  const log = fs.openSync(logFile, "a")
  // No sockets in the file system: they would need one more folder that two accounts can reach.
  const allSettings = [
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "synchronous_commit=off",
    "dynamic_shared_memory_type=mmap",
    "log_destination=stderr",
    ...settings,
  ]
  const child = spawn(
    path.join(postgres.program, "bin", "postgres"),
    ["-D", data, "-p", String(port), ...allSettings.flatMap((setting) => ["-c", setting])],
    {
      ...postgres.account,
      cwd: "/",
      // Out of the terminal's group: Ctrl-C must not take the database away from under Medusa.
      detached: process.platform !== "win32",
      stdio: ["ignore", log, log],
      env: { ...process.env, LC_ALL: "C" },
    },
  )
  fs.closeSync(log)
  onStart(() => stop(child))
  let failed: Error | undefined
  child.once("error", (error) => {
    failed = error
  })
  const secret = fs.readFileSync(password, "utf8")
  const url = `postgres://postgres:${secret}@localhost:${port}/postgres`
  const deadline = Date.now() + 60_000
  for (;;) {
    if (failed || child.exitCode !== null || child.signalCode !== null || !child.pid) {
      throw new DemoFailure("PostgreSQL did not start", RETRY, failed?.message ?? tail(logFile))
    }
    const problem = await answers(url)
    if (!problem) return { url, pid: child.pid, home: path.dirname(postgres.place) }
    if (Date.now() > deadline) {
      throw new DemoFailure(`PostgreSQL does not answer: ${problem}`, RETRY, tail(logFile))
    }
    await pause(50)
  }
}
