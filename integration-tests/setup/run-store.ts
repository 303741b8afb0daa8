import { Admin } from "../drivers/admin"
import { ApiClient } from "../drivers/api-client"
import { Gateway } from "../drivers/gateway"
import { Shopper } from "../drivers/shopper"
import { type BootedStore, bootedStore } from "./booted-store"
import type { Merchant, SecondInstance } from "./second-instance"
import { Store } from "./store"

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

const asTestsSeeIt = ({ url, sandbox, container, token, seed }: BootedStore) => ({
  url,
  seed,
  shopper: new Shopper(url, seed),
  admin: new Admin(new ApiClient(url, { authorization: `Bearer ${token}` })),
  gateway: new Gateway(sandbox.url),
  container,
})

/** Nothing that was said to the gateway, or by it, may break RozetkaPay's OpenAPI document. */
async function expectContractKept(gateway: Gateway): Promise<void> {
  await gateway.quiet()
  const contract = await gateway.contract()
  if (process.env.CI === "true") expect(contract.openapi).toBe(true)
  expect(contract.violations).toEqual([])
}

/**
 * Runs `suite` against a real Medusa on a real PostgreSQL, with our provider pointed at an offline
 * RozetkaPay of its own. Every test starts from the freshly seeded store and an empty gateway, whatever
 * was done before: suites of the same setup share the store.
 */
export function runStore(title: string, setup: StoreSetup, suite: (store: Store) => void): void {
  describe(title, () => {
    const store = new Store()
    let booted: BootedStore | undefined

    beforeAll(async () => {
      booted = await bootedStore(setup)
      store.start(asTestsSeeIt(booted))
    })
    beforeEach(async () => {
      await booted?.medusa.restore()
      await store.gateway.reset()
    })
    afterEach(() => expectContractKept(store.gateway).finally(() => booted?.medusa.rest()))

    suite(store)
  })
}
