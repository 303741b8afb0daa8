import { type ChildProcess, spawn } from "node:child_process"
import { join } from "node:path"

let server: ChildProcess | undefined

/** Starts a PostgreSQL of its own for this test run, on a free port; it ends with this process. */
export async function startOwnPostgres(): Promise<string> {
  const child = spawn(
    process.execPath,
    ["-r", "ts-node/register/transpile-only", join(__dirname, "postgres-server.ts")],
    // NODE_OPTIONS of the test run (Jest's module flags) are no business of the server's.
    { stdio: ["pipe", "pipe", "inherit"], env: { ...process.env, NODE_OPTIONS: "" } },
  )
  server = child
  return new Promise<string>((resolve, reject) => {
    child.stdout.on("data", (text) => resolve(String(text).trim()))
    child.once("error", reject)
    child.once("exit", (code) => reject(new Error(`PostgreSQL did not start (exit code ${code}).`)))
  })
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
