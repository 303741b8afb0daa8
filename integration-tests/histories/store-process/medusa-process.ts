// A store in a process of its own, as `medusa start` runs it, so that it can be killed at any moment.
import http from "node:http"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import loadMedusa from "@medusajs/medusa/loaders/index"
import express from "express"
import reconcilePayments from "../../../src/jobs/reconcile-payments"
import { createAdmin } from "../../setup/create-admin"
import { withJobOffTheClock } from "../../setup/job-off-the-clock"
import { addOptions, addSecondInstance } from "../../setup/second-instance"
import { setClockAhead } from "./clock"
import { type StoreMessage, type StoreRequest, storeRequest, storeTask } from "./messages"
import { GATEWAY_TIMEOUT_MS, INSTANCES } from "./payment-kinds"

const tell = (message: StoreMessage) => process.send?.(message)

const task = storeTask.parse(JSON.parse(process.env.STORE_TASK ?? "null"))

async function start() {
  // The job's minutes are not the test's: it asks for reconciling, and for the job, itself.
  const isAlone = !process.env.REDIS_URL
  const ofAll = { reconcile: isAlone, timeoutMs: GATEWAY_TIMEOUT_MS }
  addOptions(ofAll)
  for (const instance of INSTANCES) addSecondInstance({ ...instance, ...ofAll })
  const app = express()
  const load = () => loadMedusa({ directory: process.cwd(), expressApp: app })
  const { container } = await (isAlone ? withJobOffTheClock(load) : load())
  // Who logged in stays so while days pass.
  container.resolve(ContainerRegistrationKeys.CONFIG_MODULE).projectConfig.http.jwtExpiresIn =
    "365d"
  const server = http.createServer(app)
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject)
    server.listen(task.port, resolve)
  })
  const url = `http://localhost:${task.port}`
  return { container, adminToken: task.isNew ? await createAdmin(container, url) : null }
}

type Container = Awaited<ReturnType<typeof start>>["container"]

async function answer(container: Container, request: StoreRequest): Promise<unknown> {
  switch (request.ask) {
    case "reconcile": {
      const engine = container.resolve(Modules.WORKFLOW_ENGINE)
      // A history may have begun before midnight (UTC).
      const input = { min_age_minutes: 0, report_days: request.days }
      return (await engine.run("rozetkapay-reconcile", { input })).result
    }
    case "job":
      return reconcilePayments(container, { scheduledFor: request.scheduledFor })
    case "clock":
      return setClockAhead(request.ahead)
    case "charge": {
      const engine = container.resolve(Modules.WORKFLOW_ENGINE)
      return (await engine.run("rozetkapay-charge-recurrent", { input: request.input })).result
    }
    case "heap": {
      // Twice: what finalizers free in the first round is collected in the second.
      global.gc?.()
      global.gc?.()
      return process.memoryUsage()
    }
  }
}

process.on("disconnect", () => process.exit(0))
start().then(
  ({ container, adminToken }) => {
    process.on("message", (message) => {
      const request = storeRequest.parse(message)
      answer(container, request).then(
        (result) => tell({ kind: "answer", id: request.id, result }),
        (error: unknown) =>
          tell({
            kind: "refusal",
            id: request.id,
            message: error instanceof Error ? error.message : JSON.stringify(error),
          }),
      )
    })
    tell({ kind: "ready", adminToken })
  },
  (error: unknown) => {
    console.error(error)
    tell({ kind: "failed", message: error instanceof Error ? error.message : String(error) })
    setTimeout(() => process.exit(1), 200)
  },
)
