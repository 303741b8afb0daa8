import { mkdirSync } from "node:fs"
import path from "node:path"
import { z } from "zod"
import { buildAdmin } from "../../../demo/admin-build"
import { STORE_NAME } from "../../../demo/catalogue"
import { endOf, signalGroup } from "../../../demo/child-program"
import { takeLock } from "../../../demo/lock"
import { startMedusa } from "../../../demo/medusa-server"
import { holdPort } from "../../../demo/ports"
import { startPostgres } from "../../../demo/postgres"
import { storeEnvironment } from "../../../demo/store-environment"
import { MODES } from "../../../demo/store-modes"
import { ApiClient } from "../../../integration-tests/drivers/api-client"
import { ask } from "../../../integration-tests/drivers/json-http"
import { startSandbox } from "../../../sandbox"
import { DEMO_FOLDER } from "../../setup/demo-store"
import { freshDatabase } from "./fresh-database"

export const MERCHANT = { login: "sandbox-login", password: "sandbox-password" }
export const STAFF = { email: "olena@example.com", password: "demo-password" }

export const CARDS = "pp_rozetkapay_rozetkapay"
export const SELLERS = "pp_rozetkapay-batch_market"
export const PARTS = "pp_rozetkapay-payparts_parts"

/** Two sellers' goods, and every way to pay beside each other. */
const MODE = { ...MODES.marketplace, partsProviderId: PARTS }

export type AdminStore = {
  backend: string
  sandbox: string
  publishableKey: string
  regionId: string
  /** As staff, by a token of their own. */
  api: ApiClient
  stop(): Promise<void>
}

/**
 * A store with a dashboard and nothing sold yet: the demo's, with cards (held first), instalments and a
 * marketplace at once. The dashboard and the empty database are made once, and kept with the demo's.
 */
export async function startAdminStore(): Promise<AdminStore> {
  const closers: (() => Promise<unknown> | unknown)[] = []
  const stop = async () => {
    for (let close = closers.pop(); close; close = closers.pop()) await close()
  }
  try {
    return { ...(await start(closers)), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function start(closers: (() => Promise<unknown> | unknown)[]) {
  const root = path.resolve(__dirname, "../../..")
  const folder = path.join(root, DEMO_FOLDER)
  mkdirSync(path.join(folder, "logs"), { recursive: true })
  const lock = takeLock(folder)
  closers.push(lock.release)
  const port = await holdPort("Medusa server", { preferred: 0, fixed: false })
  closers.push(() => void port.server.close())
  const sandbox = await startSandbox({
    merchants: [{ ...MERCHANT, name: STORE_NAME }],
    resendAfterMs: [200, 500, 1000, 2000],
  })
  closers.push(() => sandbox.close())
  const postgres = await startPostgres(folder, { onStart: (end) => closers.push(end) })
  const backend = `http://localhost:${port.port}`
  const envOf = (databaseUrl: string) =>
    storeEnvironment({
      databaseUrl,
      backend,
      storefront: "http://localhost:8000",
      sandbox: sandbox.url,
      widget: { scriptUrl: sandbox.widgetUrl, key: sandbox.widgetKey },
      merchant: MERCHANT,
      mode: MODE,
      capture: false,
      folder,
    })
  const onStart = (child: Parameters<typeof signalGroup>[0]) => {
    closers.push(() => {
      signalGroup(child, "SIGTERM")
      return endOf(child, 3000)
    })
  }
  const [admin, databaseUrl] = await Promise.all([
    buildAdmin({ root, folder, env: envOf(postgres.url), onStart }),
    freshDatabase({ root, folder, envOf, server: postgres.url, onStart }),
  ])
  const store = await startMedusa(
    {
      root,
      folder,
      env: envOf(databaseUrl),
      task: {
        adminFiles: admin.files,
        mode: MODE.name,
        admin: STAFF,
        postgresPid: postgres.pid,
      },
      port,
      onStart: (end) => closers.push(end),
      onLost: (failure) => console.error(failure),
    },
    { say: () => undefined },
  )
  const login = { method: "POST", body: STAFF } as const
  const { token } = await ask(
    z.object({ token: z.string() }),
    `${backend}/auth/user/emailpass`,
    login,
  )
  const api = new ApiClient(backend, { authorization: `Bearer ${token}` })
  await api.post(z.unknown(), `/admin/regions/${store.regionId}`, {
    payment_providers: [CARDS, SELLERS, PARTS],
  })
  return { ...store, backend, sandbox: sandbox.url, api }
}
