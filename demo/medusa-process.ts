// Medusa in a process of its own: this repository's medusa-config.ts, the built dashboard, the pictures.
import http from "node:http"
import net from "node:net"
import path from "node:path"
import { serve } from "@medusajs/admin-bundler"
import loadMedusa from "@medusajs/medusa/loaders/index"
import express from "express"
import { messageOf } from "./failure"
import { type MedusaReport, type MedusaTask, medusaTask, PORT_MESSAGE } from "./medusa-messages"
import { seedStore } from "./seed"
import { MODES } from "./store-modes"

const tell = (report: MedusaReport) => process.send?.(report)

/** The demo holds the port since it chose it, and hands it over: nobody can take it meanwhile. */
const handedOver = new Promise<net.Server>((resolve) => {
  process.on("message", (message, handle) => {
    if (message !== PORT_MESSAGE || !(handle instanceof net.Server)) return
    handle.on("connection", (socket) => socket.destroy())
    resolve(handle)
  })
})

const listen = (server: http.Server, port: net.Server) =>
  new Promise<void>((resolve, reject) => {
    server.once("error", reject)
    server.listen(port, () => resolve())
  })

async function start({ adminFiles, mode, admin }: MedusaTask) {
  const app = express()
  const server = http.createServer(app)
  app.use("/pictures", express.static(path.join(__dirname, "pictures")))
  // The dashboard is off in the configuration and mounted here, from the demo's own build of it.
  app.use("/app", await serve({ outDir: adminFiles }))
  tell({ kind: "progress", words: "loading modules" })
  const medusa = await loadMedusa({ directory: process.cwd(), expressApp: app })
  tell({ kind: "progress", words: "filling the store" })
  const store = await seedStore(medusa.container, { admin, mode: MODES[mode] })
  app.get("/health", (_, response) => {
    response.send("OK")
  })
  await listen(server, await handedOver)
  tell({ kind: "ready", ...store })
  return { server, medusa }
}

function run(task: MedusaTask): void {
  const running = start(task)
  let leaving = false
  const leave = async (abandoned: boolean) => {
    if (leaving) return
    leaving = true
    setTimeout(() => process.exit(1), 8000).unref()
    try {
      const { server, medusa } = await running
      const closed = new Promise((resolve) => server.close(resolve))
      setTimeout(() => server.closeAllConnections(), 1500).unref()
      server.closeIdleConnections()
      await closed
      await medusa.shutdown()
    } catch (error) {
      console.error(error)
    }
    if (abandoned && task.postgresPid) process.kill(task.postgresPid, "SIGINT")
    process.exit(0)
  }
  process.on("SIGTERM", () => leave(false))
  process.on("SIGINT", () => leave(false))
  process.on("SIGHUP", () => leave(false))
  process.on("disconnect", () => leave(true))
  running.catch((error: unknown) => {
    console.error(error)
    tell({ kind: "failed", message: messageOf(error) })
    process.exitCode = 1
    setTimeout(() => process.exit(1), 200)
  })
}

run(medusaTask.parse(JSON.parse(process.env.DEMO_MEDUSA_TASK ?? "null")))
