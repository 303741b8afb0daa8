import http from "node:http"
import { join } from "node:path"
import loadMedusa from "@medusajs/medusa/loaders/index"
import express from "express"
import { Admin } from "../integration-tests/drivers/admin"
import { ApiClient } from "../integration-tests/drivers/api-client"
import { Gateway } from "../integration-tests/drivers/gateway"
import { Shopper } from "../integration-tests/drivers/shopper"
import { createAdmin } from "../integration-tests/setup/create-admin"
import { MARKET, OLD, PARTS, POLISH } from "../integration-tests/setup/further-instances"
import {
  addOptions,
  addProvider,
  addSecondInstance,
  idOfSecond,
} from "../integration-tests/setup/second-instance"
import { seedStore } from "../integration-tests/setup/seed-store"
import { MERCHANT, ROZETKAPAY, Store } from "../integration-tests/setup/store"
import { CHARGING, MANUAL } from "./paid-checkout"

/** The same keys and gateway, but money is held first and captured by the merchant. */
export const HOLD_FIRST = "pp_rozetkapay_hold"

const OTHERS = [OLD, MARKET, PARTS, POLISH]
/** Who sells in hryvnias; the last one does in złoty alone. */
const UKRAINIAN = OTHERS.filter((one) => one !== POLISH).map(idOfSecond)

export type OpenStore = { store: Store; close(): Promise<void> }

/** Loads Medusa into this process, fills a small store, and takes requests. */
export async function openStore(place: {
  port: number
  url: string
  sandboxUrl: string
}): Promise<OpenStore> {
  // The scheduled job must not start its own work in the middle of a measurement.
  addOptions({ reconcile: false })
  addSecondInstance({ ...MERCHANT, id: "hold", capture: false })
  for (const one of OTHERS) addSecondInstance({ ...one, reconcile: false })
  addProvider(join(__dirname, "charging-by-hand"), "bench")
  const app = express()
  const server = http.createServer(app)
  const medusa = await loadMedusa({ directory: process.cwd(), expressApp: app })
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject)
    server.listen(place.port, "localhost", () => resolve())
  })
  const token = await createAdmin(medusa.container, place.url)
  const api = new ApiClient(place.url, { authorization: `Bearer ${token}` })
  const seed = await seedStore(api, [ROZETKAPAY, HOLD_FIRST, ...UKRAINIAN, MANUAL, CHARGING])
  const store = new Store()
  store.start({
    url: place.url,
    seed,
    shopper: new Shopper(place.url, seed),
    admin: new Admin(api),
    gateway: new Gateway(place.sandboxUrl),
    container: medusa.container,
  })
  return {
    store,
    close: async () => {
      server.close()
      server.closeAllConnections()
      await medusa.shutdown()
    },
  }
}
