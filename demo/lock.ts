import fs from "node:fs"
import path from "node:path"
import { z } from "zod"
import { DemoFailure } from "./failure"

const owner = z.object({
  pid: z.number().int(),
  born: z.string(),
  storefront: z.string().optional(),
})

/** State and start time of a process, from Linux's /proc; undefined elsewhere and when it is gone. */
function processStat(pid: number): { state: string; born: string } | undefined {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, "utf8")
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ")
    return { state: fields[0] ?? "", born: fields[19] ?? "" }
  } catch {
    return undefined
  }
}

/** A process id is reused sooner or later; together with its start time it means one process. */
const birthOf = (pid: number) => processStat(pid)?.born ?? ""

/** A killed process whose parent never asked for it (containers without an init) is not alive. */
export function isAlive(pid: number): boolean {
  if (["Z", "X"].includes(processStat(pid)?.state ?? "")) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM"
  }
}

function readOwner(file: string) {
  try {
    return owner.safeParse(JSON.parse(fs.readFileSync(file, "utf8"))).data
  } catch {
    return undefined
  }
}

export interface DemoLock {
  /** Tells a second demo where the first one is. */
  announce(storefront: string): void
  release(): void
}

/** One demo per folder: two would fight for one database. A crashed run's lock is taken over. */
export function takeLock(folder: string): DemoLock {
  const file = path.join(folder, "lock.json")
  const mine = { pid: process.pid, born: birthOf(process.pid) }
  const write = (content: object, flag: "wx" | "w") =>
    fs.writeFileSync(file, JSON.stringify(content), { flag })
  for (let attempt = 0; ; attempt++) {
    try {
      write(mine, "wx")
      break
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error
      const other = readOwner(file)
      if (other && isAlive(other.pid) && birthOf(other.pid) === other.born) {
        throw new DemoFailure(
          `A demo is already running from this folder (process ${other.pid}${other.storefront ? `, ${other.storefront}` : ""})`,
          "Use that one, or stop it with Ctrl-C in its terminal; another one beside it needs DEMO_DIR=<another folder>.",
        )
      }
      if (attempt > 3) throw error
      fs.rmSync(file, { force: true })
    }
  }
  return {
    announce: (storefront) => write({ ...mine, storefront }, "w"),
    release: () => fs.rmSync(file, { force: true }),
  }
}
