import { type ChildProcess, spawn } from "node:child_process"
import fs from "node:fs"
import path from "node:path"
import { DemoFailure } from "./failure"

export interface Program {
  name: string
  args: string[]
  cwd: string
  env: NodeJS.ProcessEnv
  logFile: string
  onLine?: (line: string) => void
}

const isOfStack = (line: string): boolean => /^\s+at /.test(line)

/** The last lines of a log without stacks, for the one who has to find out what went wrong. */
export function tail(file: string, count = 15): string {
  try {
    const lines = fs.readFileSync(file, "utf8").trimEnd().split("\n")
    return lines
      .filter((line) => !isOfStack(line))
      .slice(-count)
      .join("\n")
  } catch {
    return ""
  }
}

/** Signals a program and all that it started: it leads a process group of its own. */
export function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  try {
    process.kill(process.platform === "win32" ? child.pid : -child.pid, signal)
  } catch {
    child.kill(signal)
  }
}

/** Waits until a child has ended; after `patienceMs` it is killed. */
export function endOf(child: ChildProcess, patienceMs: number): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    const killer = setTimeout(() => signalGroup(child, "SIGKILL"), patienceMs)
    child.once("exit", () => {
      clearTimeout(killer)
      resolve()
    })
  })
}

/**
 * Starts a Node program in a process group of its own, so that a terminal's Ctrl-C reaches only the
 * demo itself and the order of stopping stays ours. Its output goes to a log file.
 */
export function startNode(program: Program): ChildProcess {
  fs.mkdirSync(path.dirname(program.logFile), { recursive: true })
  const log = fs.createWriteStream(program.logFile)
  const child = spawn(process.execPath, program.args, {
    cwd: program.cwd,
    env: program.env,
    detached: process.platform !== "win32",
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  })
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk: Buffer) => {
      log.write(chunk)
      for (const line of chunk.toString("utf8").split("\n")) program.onLine?.(line)
    })
  }
  child.on("close", () => log.end())
  return child
}

/** Runs a Node program to its end; anything but exit code 0 is a failure that shows the log's end. */
export function runNode(
  program: Program,
  advice: string,
  onStart?: (child: ChildProcess) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = startNode(program)
    onStart?.(child)
    child.on("error", (error) => reject(new DemoFailure(error.message, advice)))
    child.on("close", (code, signal) => {
      if (code === 0) return resolve()
      reject(
        new DemoFailure(
          `${program.name} ended with ${signal ?? `code ${code}`} (log: ${program.logFile})`,
          advice,
          tail(program.logFile),
        ),
      )
    })
  })
}
