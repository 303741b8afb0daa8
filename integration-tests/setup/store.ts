import type { MedusaContainer } from "@medusajs/framework/types"
import type { Admin } from "../drivers/admin"
import type { Gateway } from "../drivers/gateway"
import type { Shopper } from "../drivers/shopper"
import type { Merchant } from "./second-instance"
import type { Seed } from "./seed-store"

export const ROZETKAPAY = "pp_rozetkapay_rozetkapay"
export const MERCHANT: Merchant = { login: "sandbox-login", password: "sandbox-password" }
export const STOREFRONT = "http://localhost:8000"

/** A running Medusa with an offline RozetkaPay. */
export type RunningStore = {
  url: string
  seed: Seed
  shopper: Shopper
  admin: Admin
  gateway: Gateway
  /** The store's own inside, as its subscribers, jobs and scripts get it. */
  container: MedusaContainer
}

/** The running store, as the tests of a suite see it: valid inside of tests only. */
export class Store {
  private running?: RunningStore

  start(running: RunningStore): void {
    this.running = running
  }

  get url(): string {
    return this.now().url
  }
  get seed(): Seed {
    return this.now().seed
  }
  get shopper(): Shopper {
    return this.now().shopper
  }
  get admin(): Admin {
    return this.now().admin
  }
  get gateway(): Gateway {
    return this.now().gateway
  }

  get container(): MedusaContainer {
    return this.now().container
  }

  private now(): RunningStore {
    if (!this.running) throw new Error("The store runs only inside of tests.")
    return this.running
  }
}

/** All of a running store but its inside: what another process sees as well. */
export type StoreOverHttp = Pick<Store, "url" | "seed" | "shopper" | "admin" | "gateway">
