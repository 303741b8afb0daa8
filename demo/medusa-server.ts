import path from "node:path"
import { endOf, signalGroup, startNode, tail } from "./child-program"
import { DemoFailure } from "./failure"
import { type MedusaTask, medusaReport, PORT_MESSAGE } from "./medusa-messages"
import type { HeldPort } from "./ports"
import type { Progress } from "./steps"

export interface MedusaServer {
  root: string
  folder: string
  env: NodeJS.ProcessEnv
  task: MedusaTask
  /** Goes over to Medusa. */
  port: HeldPort
  onStart(stop: () => Promise<void>): void
  /** Called when Medusa ends although nobody asked it to. */
  onLost(failure: DemoFailure): void
}

const ADVICE =
  "Read the log's end above. If it names an option of medusa-config.ts or a missing module, that is what to correct; `npm ci` repairs dependencies."

/** Starts Medusa and answers when the store is filled and takes requests. */
export function startMedusa(
  { root, folder, env, task, port, onStart, onLost }: MedusaServer,
  progress: Progress,
): Promise<{ publishableKey: string; regionId: string }> {
  const logFile = path.join(folder, "logs", "medusa.log")
  const child = startNode({
    name: "Medusa",
    args: ["-r", "ts-node/register", path.join(__dirname, "medusa-process.ts")],
    cwd: root,
    env: { ...env, DEMO_MEDUSA_TASK: JSON.stringify(task) },
    logFile,
  })
  child.send(PORT_MESSAGE, port.server, () => port.server.close())
  let ready = false
  let stopping = false
  onStart(() => {
    stopping = true
    signalGroup(child, "SIGTERM")
    return endOf(child, 10_000)
  })
  return new Promise((resolve, reject) => {
    let reason = ""
    child.on("message", (message) => {
      const report = medusaReport.safeParse(message).data
      if (report?.kind === "progress") progress.say(report.words)
      if (report?.kind === "failed") reason = report.message
      if (report?.kind === "ready") {
        ready = true
        resolve({ publishableKey: report.publishableKey, regionId: report.regionId })
      }
    })
    child.on("close", (code, signal) => {
      if (stopping) return
      const failure = new DemoFailure(
        `Medusa ended with ${signal ?? `code ${code}`}${reason ? `: ${reason}` : ""} (log: ${logFile})`,
        ADVICE,
        tail(logFile),
      )
      if (ready) onLost(failure)
      else reject(failure)
    })
  })
}
