import { type ChildProcess, spawn } from "node:child_process"

export type Ended = { code: number | null; output: string }
export type Place = { folder: string; env?: Record<string, string> }

/** Variables of the test run that another project's commands must not see. */
const OURS =
  /^(npm_(package|lifecycle)_|npm_config_local_prefix$|JEST|NODE_ENV$|NODE_OPTIONS$|ROZETKAPAY_|DATABASE_URL$|REDIS_URL$|MEDUSA_|LOG_LEVEL$)/

const environment = (env: Record<string, string> = {}): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !OURS.test(name))),
  // What tools say in colours can't be searched.
  NO_COLOR: "1",
  ...env,
})

/** Whatever the program started itself ends with it: it leads a group of its own. */
const signalGroup = (child: ChildProcess, signal: NodeJS.Signals): void => {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  try {
    process.kill(-child.pid, signal)
  } catch {
    // The group ended between the look and the signal.
  }
}

const start = (place: Place, command: string, args: string[]) => {
  const child = spawn(command, args, {
    cwd: place.folder,
    env: environment(place.env),
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  })
  const said = { text: "" }
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      said.text += String(chunk)
    })
  }
  return { child, said }
}

/** Runs a command to its end. @param limit milliseconds, after which it is killed (code null) */
export async function run(
  place: Place,
  limit: number,
  command: string,
  ...args: string[]
): Promise<Ended> {
  const { child, said } = start(place, command, args)
  const timer = setTimeout(() => signalGroup(child, "SIGKILL"), limit)
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject)
    child.once("close", resolve)
  })
  clearTimeout(timer)
  return { code, output: said.text }
}

/** The same for a command that must succeed. @throws with what it said */
export async function must(
  place: Place,
  limit: number,
  command: string,
  ...args: string[]
): Promise<string> {
  const { code, output } = await run(place, limit, command, ...args)
  if (code === 0) return output
  throw new Error(
    `${[command, ...args].join(" ")} ended with ${code ?? `a signal after at most ${limit} ms`}:\n${output.slice(-3000)}`,
  )
}

/** A program that stays up until it is stopped. */
export type Running = { output(): string; stop(): Promise<void> }

/** @param ready what the program says once it is up */
export async function runUntilStopped(
  place: Place,
  limit: number,
  ready: RegExp,
  command: string,
  ...args: string[]
): Promise<Running> {
  const { child, said } = start(place, command, args)
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()))
  const stop = async () => {
    signalGroup(child, "SIGTERM")
    const timer = setTimeout(() => signalGroup(child, "SIGKILL"), 5_000)
    await ended
    clearTimeout(timer)
  }
  let timer: NodeJS.Timeout | undefined
  try {
    await new Promise<void>((resolve, reject) => {
      const refuse = (why: string) =>
        reject(new Error(`${command} ${why}:\n${said.text.slice(-3000)}`))
      timer = setTimeout(() => refuse(`was not ready after ${limit} ms`), limit)
      child.once("error", reject)
      child.once("close", (code) => refuse(`ended with ${code}`))
      for (const stream of [child.stdout, child.stderr])
        stream.on("data", () => ready.test(said.text) && resolve())
    })
  } catch (error) {
    await stop()
    throw error
  } finally {
    clearTimeout(timer)
  }
  return { output: () => said.text, stop }
}
