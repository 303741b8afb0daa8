import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { type Sandbox, startSandbox } from "../../sandbox"
import { Admin } from "../drivers/admin"
import { ApiClient } from "../drivers/api-client"
import { Gateway } from "../drivers/gateway"
import { Shopper } from "../drivers/shopper"
import { createAdmin } from "./create-admin"
import { freePort } from "./free-port"
import { addSecondMerchant, type Merchant } from "./second-merchant"
import { type Seed, seedStore } from "./seed-store"

export const ROZETKAPAY = "pp_rozetkapay_rozetkapay"
export const MERCHANT: Merchant = { login: "sandbox-login", password: "sandbox-password" }

export type StoreSetup = {
  /** true: the money is taken at once; false: held, then captured by the merchant. */
  capture: boolean
  /** What the store believes its keys are; the gateway knows MERCHANT. */
  keys?: Merchant
  /** A second provider instance, `pp_rozetkapay_<id>`, with its own keys. */
  second?: Merchant & { id: string }
}

/** A running Medusa with an offline RozetkaPay; only valid inside tests. */
export type Store = {
  readonly url: string
  readonly storefrontUrl: string
  readonly seed: Seed
  readonly shopper: Shopper
  readonly admin: Admin
  readonly gateway: Gateway
}

const STOREFRONT = "http://localhost:8000"

function setEnvironment(values: Record<string, string>): () => void {
  const before = Object.keys(values).map((name) => [name, process.env[name]] as const)
  Object.assign(process.env, values)
  return () => {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
    }
  }
}

/**
 * Runs `suite` against a real Medusa on a real PostgreSQL, with our provider pointed at an offline
 * RozetkaPay of its own. Every test starts from the freshly seeded store and an empty gateway; after
 * each test nothing may have broken RozetkaPay's OpenAPI document.
 */
export function runStore(title: string, setup: StoreSetup, suite: (store: Store) => void): void {
  describe(title, () => {
    const state: { sandbox?: Sandbox; url: string; store?: Store } = { url: "" }
    let restoreEnvironment = () => {}

    // Everything that the boot reads must be there before the runner loads medusa-config.ts.
    beforeAll(async () => {
      const merchants = [MERCHANT, ...(setup.second ? [setup.second] : [])]
      state.sandbox = await startSandbox({ merchants, resendAfterMs: [150, 300, 600, 1200] })
      const port = await freePort()
      state.url = `http://localhost:${port}`
      const keys = setup.keys ?? MERCHANT
      restoreEnvironment = setEnvironment({
        PORT: String(port),
        MEDUSA_BACKEND_URL: state.url,
        STOREFRONT_URL: STOREFRONT,
        ROZETKAPAY_LOGIN: keys.login,
        ROZETKAPAY_PASSWORD: keys.password,
        ROZETKAPAY_API_URL: state.sandbox.url,
        ROZETKAPAY_CAPTURE: String(setup.capture),
      })
      if (setup.second) addSecondMerchant(setup.second)
    })

    afterAll(async () => {
      await state.sandbox?.close()
      restoreEnvironment()
    })

    const running = (): Store => {
      if (!state.store) throw new Error("The store runs only inside of tests.")
      return state.store
    }

    medusaIntegrationTestRunner({
      testSuite: ({ getContainer }) => {
        // The runner copies the database after this hook and puts the copy back before each test.
        beforeAll(async () => {
          if (!state.sandbox) throw new Error("The sandbox did not start.")
          const token = await createAdmin(getContainer(), state.url)
          const api = new ApiClient(state.url, { authorization: `Bearer ${token}` })
          const second = setup.second ? [`pp_rozetkapay_${setup.second.id}`] : []
          const seed = await seedStore(api, [ROZETKAPAY, ...second])
          state.store = {
            url: state.url,
            storefrontUrl: STOREFRONT,
            seed,
            shopper: new Shopper(state.url, seed),
            admin: new Admin(api),
            gateway: new Gateway(state.sandbox.url),
          }
        })

        beforeEach(() => running().gateway.reset())

        afterEach(async () => {
          await running().gateway.quiet()
          const contract = await running().gateway.contract()
          if (process.env.CI === "true") expect(contract.openapi).toBe(true)
          expect(contract.violations).toEqual([])
        })

        suite({
          get url() {
            return running().url
          },
          get storefrontUrl() {
            return running().storefrontUrl
          },
          get seed() {
            return running().seed
          },
          get shopper() {
            return running().shopper
          },
          get admin() {
            return running().admin
          },
          get gateway() {
            return running().gateway
          },
        })
      },
    })
  })
}
