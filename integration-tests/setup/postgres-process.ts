import { type ChildProcess, spawn } from "node:child_process"
import { randomBytes } from "node:crypto"
import { join } from "node:path"
import { freePort } from "./free-port"

export type Database = { host: string; port: number; username: string; password: string }

let server: ChildProcess | undefined

/** Starts a PostgreSQL of its own for this test run, on a free port; it ends with this process. */
export async function startOwnPostgres(): Promise<Database> {
  const port = await freePort()
  const password = randomBytes(12).toString("hex")
  const child = spawn(
    process.execPath,
    [join(__dirname, "postgres-server.mjs"), String(port), password],
    // NODE_OPTIONS of the test run (Jest's module flags) are no business of the server's.
    { stdio: ["pipe", "pipe", "inherit"], env: { ...process.env, NODE_OPTIONS: "" } },
  )
  server = child
  await new Promise<void>((resolve, reject) => {
    child.stdout.on("data", (text) => String(text).includes("ready") && resolve())
    child.once("error", reject)
    child.once("exit", (code) => reject(new Error(`PostgreSQL did not start (exit code ${code}).`)))
  })
  return { host: "localhost", port, username: "postgres", password }
}

export async function stopOwnPostgres(): Promise<void> {
  const child = server
  server = undefined
  if (!child || child.exitCode !== null) return
  await new Promise<void>((resolve) => {
    child.once("exit", () => resolve())
    child.stdin?.end()
  })
}
