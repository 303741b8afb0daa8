import { type ChildProcess, spawn } from "node:child_process"
import { randomBytes } from "node:crypto"
import fs from "node:fs"
import os from "node:os"
import path from "node:path"
import { z } from "zod"
import { endOf, signalGroup } from "../demo/child-program"
import { migrate } from "../demo/migrate"
import { Shutdown } from "../demo/shutdown"
import { heading, step } from "../demo/steps"
import { freePort } from "../integration-tests/setup/free-port"
import { startOwnPostgres, stopOwnPostgres } from "../integration-tests/setup/postgres-process"
import { MERCHANT, STOREFRONT } from "../integration-tests/setup/store"

/** A folder for a processor profile of the store's process, which any browser's developer tools read. */
const profiles = process.env.BENCH_PROFILES

const ROOT = path.dirname(__dirname)

/** A TypeScript program of this folder, in a process group of its own; it ends when this one is gone. */
function startProgram(
  file: string,
  env: NodeJS.ProcessEnv,
  shutdown: Shutdown,
  flags: string[] = [],
): ChildProcess {
  const args = [...flags, "-r", "ts-node/register", path.join(__dirname, file)]
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env,
    detached: process.platform !== "win32",
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  })
  shutdown.add(file, () => {
    signalGroup(child, "SIGTERM")
    return endOf(child, 3_000)
  })
  return child
}

const startGateway = (shutdown: Shutdown) =>
  new Promise<string>((resolve, reject) => {
    const child = startProgram("sandbox-process.ts", process.env, shutdown)
    child.once("message", (message) => resolve(z.url().parse(message)))
    child.once("error", reject)
    child.once("exit", (code) => reject(new Error(`The sandbox ended with code ${code}`)))
  })

/** Runs every measurement. @returns the exit code */
async function measure(shutdown: Shutdown): Promise<number> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "rozetkapay-bench-"))
  shutdown.add("The folder of logs", () => fs.rmSync(folder, { recursive: true, force: true }))
  shutdown.add("PostgreSQL", stopOwnPostgres)
  const [databaseUrl, gateway] = await step("PostgreSQL and the sandbox", () =>
    Promise.all([startOwnPostgres(), startGateway(shutdown)]),
  )
  const port = await freePort()
  const url = `http://localhost:${port}`
  const env: NodeJS.ProcessEnv = {
    BENCH_LATENCY_MS: "120",
    LOG_LEVEL: "error",
    ...process.env,
    NODE_ENV: "production",
    PORT: String(port),
    DATABASE_URL: databaseUrl,
    // One process and Medusa's in-memory modules, whatever the terminal's environment says.
    REDIS_URL: "",
    MEDUSA_BACKEND_URL: url,
    STOREFRONT_URL: STOREFRONT,
    ROZETKAPAY_LOGIN: MERCHANT.login,
    ROZETKAPAY_PASSWORD: MERCHANT.password,
    ROZETKAPAY_API_URL: gateway,
    ROZETKAPAY_CAPTURE: "true",
    JWT_SECRET: randomBytes(16).toString("hex"),
    COOKIE_SECRET: randomBytes(16).toString("hex"),
    DISABLE_MEDUSA_ADMIN: "true",
    MEDUSA_DISABLE_TELEMETRY: "true",
  }
  await step("Database", (progress) =>
    migrate(
      {
        root: ROOT,
        folder,
        databaseUrl,
        env,
        onStart: (child) =>
          shutdown.add("The migrations", () => {
            signalGroup(child, "SIGTERM")
            return endOf(child, 3_000)
          }),
      },
      progress,
    ),
  )
  heading("Measuring, the sides in turn")
  const child = startProgram("store-process.ts", env, shutdown, [
    "--expose-gc",
    "--no-deprecation",
    ...(profiles ? ["--cpu-prof", `--cpu-prof-dir=${profiles}`] : []),
  ])
  return new Promise((resolve, reject) => {
    child.once("error", reject)
    child.once("exit", (code) => resolve(code ?? 1))
  })
}

/** `npm run bench`: everything up, every measurement, one table, everything down. */
async function main(): Promise<void> {
  const shutdown = new Shutdown()
  shutdown.listen()
  let code = 1
  try {
    code = await measure(shutdown)
  } catch (error) {
    if (!shutdown.started) console.error(error)
  }
  if (shutdown.started) return
  await shutdown.stop()
  process.exit(code)
}

void main()
