import { type ChildProcess, spawn } from "node:child_process"
import path from "node:path"
import { createInterface } from "node:readline"
import { z } from "zod"

const ready = z.object({
  storefront: z.string(),
  backend: z.string(),
  sandbox: z.string(),
})

export type DemoStore = z.output<typeof ready> & { stop(): Promise<void> }

/** Milliseconds: the first start builds the dashboard. */
const START_WITHIN = 600_000
/** Kept between runs, so that only the first builds the dashboard and fills the database. */
export const DEMO_FOLDER = ".demo/tests"

/** The store of README's first command, in a process of its own, on free ports. All share one database. */
export const startDemoStore = async (start: string[]): Promise<DemoStore> => {
  const root = path.resolve(__dirname, "../..")
  const demo = spawn(process.execPath, ["demo/start.mjs", ...start], {
    cwd: root,
    env: { ...process.env, DEMO_PORTS: "0,0,0", DEMO_DIR: DEMO_FOLDER, DATABASE_URL: "" },
    stdio: ["ignore", "pipe", "pipe"],
  })
  const said: string[] = []
  for (const stream of [demo.stdout, demo.stderr]) {
    createInterface({ input: stream }).on("line", (line) => said.push(line))
  }
  const stop = () => ended(demo)
  try {
    return { ...(await announced(demo, said)), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** The line `DEMO READY {…}` says where everything is. */
const announced = async (demo: ChildProcess, said: string[]) => {
  const deadline = Date.now() + START_WITHIN
  while (Date.now() < deadline && !hasEnded(demo)) {
    const line = said.find((one) => one.startsWith("DEMO READY "))
    if (line) return ready.parse(JSON.parse(line.slice("DEMO READY ".length)))
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error(`The demo store did not start:\n${said.slice(-30).join("\n")}`)
}

/** A program that a signal ended has no exit code. */
const hasEnded = ({ exitCode, signalCode }: ChildProcess) =>
  exitCode !== null || signalCode !== null

const ended = (demo: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (hasEnded(demo)) return resolve()
    demo.once("exit", () => resolve())
    demo.kill("SIGINT")
  })
