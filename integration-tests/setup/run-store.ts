import { dirname } from "node:path"
import { featureFlagsLoader } from "@medusajs/framework/feature-flags"
import type { MedusaContainer } from "@medusajs/framework/types"
import { type Sandbox, startSandbox } from "../../sandbox"
import { Admin } from "../drivers/admin"
import { ApiClient } from "../drivers/api-client"
import { Gateway } from "../drivers/gateway"
import { Shopper } from "../drivers/shopper"
import { createAdmin } from "./create-admin"
import { setEnvironment } from "./environment"
import { freePort } from "./free-port"
import { Medusa } from "./medusa"
import { openApiDocument } from "./openapi-document"
import {
  addOptions,
  addSecondInstance,
  idOfSecond,
  type Merchant,
  type SecondInstance,
} from "./second-instance"
import { seedStore } from "./seed-store"
import { MERCHANT, ROZETKAPAY, type RunningStore, STOREFRONT, Store } from "./store"
import { takeJobOffTheClock } from "./take-job-off-the-clock"

export type StoreSetup = {
  /** true: the money is captured at once; false: held, then captured by the merchant. */
  capture: boolean
  /** What the store believes its keys are; the gateway knows MERCHANT. */
  keys?: Merchant
  /** Further options of the provider, and of the second one. */
  options?: Record<string, unknown>
  /** A second provider instance, or several more. */
  second?: SecondInstance | SecondInstance[]
  /** Who the gateway knows; MERCHANT alone by default. */
  merchants?: Merchant[]
  /** Medusa's flags and the like, as the process's environment has them at boot. */
  environment?: Record<string, string>
}

/** Milliseconds for a test, or for Medusa's boot: three Medusas may share two busy processors. */
jest.setTimeout(300_000)

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
  const restoreEnvironment = setEnvironment({
    PORT: String(port),
    MEDUSA_BACKEND_URL: url,
    STOREFRONT_URL: STOREFRONT,
    ROZETKAPAY_LOGIN: keys.login,
    ROZETKAPAY_PASSWORD: keys.password,
    ROZETKAPAY_API_URL: sandbox.url,
    ROZETKAPAY_CAPTURE: String(setup.capture),
    ...setup.environment,
  })
  // Medusa knows its flags before it reads its configuration, which the next lines may read first.
  await featureFlagsLoader(dirname(require.resolve("@medusajs/medusa")))
  if (setup.options) addOptions(setup.options)
  for (const other of othersOf(setup)) addSecondInstance(other)
  return { sandbox, url, restoreEnvironment }
}

async function openStore(
  container: MedusaContainer,
  { url, sandbox }: { url: string; sandbox: Sandbox },
  setup: StoreSetup,
): Promise<RunningStore> {
  takeJobOffTheClock()
  const token = await createAdmin(container, url)
  const api = new ApiClient(url, { authorization: `Bearer ${token}` })
  const others = othersOf(setup).map(idOfSecond)
  const seed = await seedStore(api, [ROZETKAPAY, ...others, "pp_system_default"])
  return {
    url,
    seed,
    shopper: new Shopper(url, seed),
    admin: new Admin(api),
    gateway: new Gateway(sandbox.url),
    container,
  }
}

/** Nothing that was said to the gateway, or by it, may break RozetkaPay's OpenAPI document. */
async function expectContractKept(gateway: Gateway): Promise<void> {
  await gateway.quiet()
  const contract = await gateway.contract()
  if (process.env.CI === "true") expect(contract.openapi).toBe(true)
  expect(contract.violations).toEqual([])
}

/**
 * Runs `suite` against a real Medusa on a real PostgreSQL, with our provider pointed at an offline
 * RozetkaPay of its own. Every test starts from the freshly seeded store and an empty gateway.
 */
export function runStore(title: string, setup: StoreSetup, suite: (store: Store) => void): void {
  describe(title, () => {
    const store = new Store()
    const medusa = new Medusa()
    let prepared: Awaited<ReturnType<typeof prepareBoot>> | undefined

    beforeAll(async () => {
      prepared = await prepareBoot(setup)
      const container = await medusa.start(setup.environment !== undefined)
      store.start(await openStore(container, prepared, setup))
    })
    beforeEach(async () => {
      await medusa.restore()
      await store.gateway.reset()
    })
    afterEach(() => expectContractKept(store.gateway).finally(() => medusa.rest()))
    afterAll(async () => {
      await medusa.stop()
      await prepared?.sandbox.close()
      prepared?.restoreEnvironment()
    })

    suite(store)
  })
}
