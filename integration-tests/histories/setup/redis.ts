import { type ChildProcess, spawn, spawnSync } from "node:child_process"
import { connect } from "node:net"
import { tmpdir } from "node:os"
import { eventually } from "../../drivers/eventually"
import { freePort } from "../../setup/free-port"

export type Redis = { url: string; stop(): Promise<void> }

/** Without redis-server the tests that need it are left out and say so; with CI=true they fail. */
export function hasRedis(): boolean {
  const found = spawnSync("redis-server", ["--version"]).status === 0
  if (found) return true
  const missing = "redis-server is not installed (Debian: apt-get install redis-server)"
  if (process.env.CI === "true") throw new Error(missing)
  process.stderr.write(`${missing}: several Medusa processes on one store are not tested.\n`)
  return false
}

const answers = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, "127.0.0.1", () => socket.end("PING\r\n"))
    socket.once("data", () => resolve(true))
    socket.once("error", () => resolve(false))
  })

/** A Redis of its own on a free port, which keeps nothing on disk. */
export async function startRedis(): Promise<Redis> {
  const port = await freePort()
  const options = [
    "--port",
    String(port),
    "--bind",
    "127.0.0.1",
    "--save",
    "",
    "--appendonly",
    "no",
  ]
  const child: ChildProcess = spawn("redis-server", [...options, "--dir", tmpdir()], {
    stdio: "ignore",
  })
  await eventually("Redis answers", () => answers(port))
  return {
    url: `redis://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve) => {
        child.once("exit", () => resolve())
        child.kill("SIGTERM")
      }),
  }
}
