import { Modules } from "@medusajs/framework/utils"
import { modulesInUse } from "../store-health"

const medusas = (name: string) => ({ resolve: `@medusajs/medusa/${name}` })
const LOCAL = {
  [Modules.LOCKING]: medusas("locking"),
  [Modules.EVENT_BUS]: medusas("event-bus-local"),
  [Modules.WORKFLOW_ENGINE]: medusas("workflow-engine-inmemory"),
  [Modules.CACHE]: medusas("cache-inmemory"),
}
const REDIS = {
  [Modules.LOCKING]: {
    ...medusas("locking"),
    options: { providers: [{ ...medusas("locking-redis"), id: "locking-redis" }] },
  },
  [Modules.EVENT_BUS]: medusas("event-bus-redis"),
  [Modules.WORKFLOW_ENGINE]: medusas("workflow-engine-redis"),
  [Modules.CACHING]: {
    ...medusas("caching"),
    options: { providers: [{ resolve: "@medusajs/caching-redis", id: "caching-redis" }] },
  },
}
const SEVERAL = { redisUrl: "redis://x" }

const namesOf = (modules: Parameters<typeof modulesInUse>[0]["modules"]) =>
  modulesInUse({ projectConfig: {}, modules }).modules.map(({ name, is_shared }) => [
    name,
    is_shared,
  ])

describe("what a store's processes share", () => {
  test("Medusa's defaults know one process alone", () => {
    const own = [
      ["in-memory", false],
      ["event-bus-local", false],
      ["workflow-engine-inmemory", false],
      ["cache-inmemory", false],
    ]
    expect(namesOf(LOCAL)).toEqual(own)
    expect(namesOf({})).toEqual(own)
  })

  test("Redis' are shared", () => {
    expect(namesOf(REDIS)).toEqual([
      ["locking-redis", true],
      ["event-bus-redis", true],
      ["workflow-engine-redis", true],
      ["caching-redis", true],
    ])
  })

  test("one process is warned of nothing, several of each module that they don't share", () => {
    const unsafe = (config: Parameters<typeof modulesInUse>[0]) =>
      modulesInUse(config).unsafe_with_several_processes
    expect(unsafe({ projectConfig: {}, modules: LOCAL })).toEqual([])
    expect(unsafe({ projectConfig: SEVERAL, modules: LOCAL })).toEqual([
      "locking",
      "event_bus",
      "workflow_engine",
    ])
    expect(unsafe({ projectConfig: SEVERAL, modules: REDIS })).toEqual([])
    expect(unsafe({ projectConfig: { workerMode: "worker" }, modules: LOCAL })).toHaveLength(3)
  })

  test("PostgreSQL's locks are shared, and yet unsafe", () => {
    const postgres = {
      ...REDIS,
      [Modules.LOCKING]: {
        ...medusas("locking"),
        options: { providers: [{ ...medusas("locking-postgres"), id: "locking-postgres" }] },
      },
    }
    expect(
      modulesInUse({ projectConfig: SEVERAL, modules: postgres }).unsafe_with_several_processes,
    ).toEqual(["locking"])
  })

  test("a module of the store's own is taken for one that is shared", () => {
    expect(
      namesOf({ ...REDIS, [Modules.EVENT_BUS]: { resolve: "./src/modules/nats" } })[1],
    ).toEqual(["nats", true])
  })
})
