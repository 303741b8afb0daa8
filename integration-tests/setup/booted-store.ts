import { dirname } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import { featureFlagsLoader } from "@medusajs/framework/feature-flags"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { type Sandbox, startSandbox } from "../../sandbox"
import { ApiClient } from "../drivers/api-client"
import { isAsSeeded } from "./copied-rows"
import { type Copies, copiesIn } from "./copies"
import { createAdmin } from "./create-admin"
import { setEnvironment } from "./environment"
import { freePort } from "./free-port"
import { withJobOffTheClock } from "./job-off-the-clock"
import { Medusa } from "./medusa"
import { openApiDocument } from "./openapi-document"
import { hashPasswordsQuickly } from "./quick-passwords"
import type { StoreSetup } from "./run-store"
import { addOptions, addSecondInstance, idOfSecond, type SecondInstance } from "./second-instance"
import { type Seed, seedStore } from "./seed-store"
import { MERCHANT, ROZETKAPAY, STOREFRONT } from "./store"

/** A Medusa with its gateway, freshly seeded. */
export type BootedStore = {
  /** What it was booted with, as text. */
  setup: string
  environment: Record<string, string>
  url: string
  sandbox: Sandbox
  medusa: Medusa
  container: MedusaContainer
  token: string
  seed: Seed
  /** Further places of the same store, by their countries. */
  places: Record<string, Seed>
  copies: Copies
  stop: () => Promise<void>
}

declare global {
  /** Jest forgets a spec file's modules when the file is done; the store runs on. */
  var __bootedStore: BootedStore | undefined
}

const othersOf = ({ second }: StoreSetup): SecondInstance[] => [second ?? []].flat()

/** Starts the gateway, and puts all that Medusa's boot reads where medusa-config.ts looks for it. */
async function prepareBoot(setup: StoreSetup) {
  const sandbox = await startSandbox({
    merchants: setup.merchants ?? [MERCHANT],
    openapi: openApiDocument(),
    resendAfterMs: [150, 300, 600, 1200, 2400],
  })
  const port = await freePort()
  const url = `http://localhost:${port}`
  const keys = setup.keys ?? MERCHANT
  const environment = {
    PORT: String(port),
    MEDUSA_BACKEND_URL: url,
    STOREFRONT_URL: STOREFRONT,
    ROZETKAPAY_LOGIN: keys.login,
    ROZETKAPAY_PASSWORD: keys.password,
    ROZETKAPAY_API_URL: sandbox.url,
    ROZETKAPAY_CAPTURE: String(setup.capture),
    ...setup.environment,
  }
  setEnvironment(environment)
  // Medusa knows its flags before it reads its configuration, which the next lines may read first.
  await featureFlagsLoader(dirname(require.resolve("@medusajs/medusa")))
  hashPasswordsQuickly()
  if (setup.options) addOptions(setup.options)
  for (const other of othersOf(setup)) addSecondInstance(other)
  return { sandbox, url, environment }
}

/** Milliseconds: less than a hook's time limit, which could not say what took so long. */
const BOOT_MS = 280_000

/** Names the step that a boot never came out of. */
async function namedStep<Result>(name: string, work: Promise<Result>): Promise<Result> {
  const late = pause(BOOT_MS, undefined, { ref: false }).then(() => {
    throw new Error(`The store's boot did not come out of this within ${BOOT_MS} ms: ${name}`)
  })
  return await Promise.race([work, late])
}

async function boot(setup: StoreSetup): Promise<BootedStore> {
  const { sandbox, url, environment } = await namedStep("the sandbox's start", prepareBoot(setup))
  const medusa = new Medusa()
  const flags = Object.keys(setup.environment ?? {}).filter((name) => name.startsWith("MEDUSA_FF_"))
  const start = () => medusa.start(flags.length > 0)
  const container = await namedStep("Medusa's start", withJobOffTheClock(start))
  const token = await namedStep("the admin user", createAdmin(container, url))
  const others = othersOf(setup).map(idOfSecond)
  const admin = new ApiClient(url, { authorization: `Bearer ${token}` })
  const seeding = seedStore(admin, [ROZETKAPAY, ...others, "pp_system_default"])
  const seed = await namedStep("the seed", seeding)
  await namedStep("the snapshot of its rows", medusa.remember())
  const stop = () => medusa.stop().finally(() => sandbox.close())
  const database = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const copies = copiesIn({
    query: async (sql, values) => (await database.raw(sql, values)).rows,
    canCopy: async () => isAsSeeded(await medusa.changedTables()),
  })
  const started = { environment, url, sandbox, medusa, container, token, seed, copies, stop }
  return { ...started, setup: textOf(setup), places: {} }
}

/** A function is told by its source: two setups that differ in one alone are not the same. */
const textOf = (setup: StoreSetup): string =>
  JSON.stringify(setup, (_, value: unknown) =>
    typeof value === "function" ? String(value) : value,
  )

/** A further place of the running store, which every test finds; the next file of this setup as well. */
export async function furtherPlace(country: string, seed: () => Promise<Seed>): Promise<Seed> {
  const running = globalThis.__bootedStore
  if (!running) throw new Error("The store does not run")
  const known = running.places[country]
  if (known) return known
  // What the last test of the file before has left is no part of the seed.
  await running.medusa.restore()
  const seeded = await seed()
  running.places[country] = seeded
  await running.medusa.remember()
  return seeded
}

/**
 * A store of this setup: the one that the spec file before has left, where it is the same, else a new
 * one. Booting and seeding costs more processor time than many a file's tests.
 */
export async function bootedStore(setup: StoreSetup): Promise<BootedStore> {
  const before = globalThis.__bootedStore
  if (before?.setup === textOf(setup)) {
    setEnvironment(before.environment)
    return before
  }
  globalThis.__bootedStore = undefined
  if (before) await namedStep("the end of the store before", before.stop())
  globalThis.__bootedStore = await boot(setup)
  return globalThis.__bootedStore
}
