import { Modules } from "@medusajs/framework/utils"
import { lockingWarning } from "../locking-check"

const locking = (...resolve: string[]) => ({
  [Modules.LOCKING]: {
    resolve: "@medusajs/medusa/locking",
    options: { providers: resolve.map((one) => ({ resolve: one, id: one })) },
  },
})
const REDIS = locking("@medusajs/medusa/locking-redis")
const POSTGRES = locking("@medusajs/medusa/locking-postgres")

describe("what a store locks with", () => {
  test("one process needs nothing", () => {
    expect(lockingWarning({ projectConfig: {}, modules: {} })).toBeNull()
  })

  test("several processes need locks that they share", () => {
    for (const projectConfig of [
      { redisUrl: "redis://x" },
      { workerMode: "server" as const },
      { workerMode: "worker" as const },
    ]) {
      for (const modules of [{}, locking()]) {
        expect(lockingWarning({ projectConfig, modules })).toContain("locking is in-process")
      }
      expect(lockingWarning({ projectConfig, modules: REDIS })).toBeNull()
    }
  })

  test("PostgreSQL's locks outlive the process that held them, which the merchant is told", () => {
    for (const projectConfig of [{}, { redisUrl: "redis://x" }]) {
      expect(lockingWarning({ projectConfig, modules: POSTGRES })).toContain("locking-redis")
    }
  })
})
