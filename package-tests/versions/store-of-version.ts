import { join } from "node:path"
import { z } from "zod"
import { STAFF } from "../../browser-tests/admin/setup/admin-store"
import { Admin } from "../../integration-tests/drivers/admin"
import { ApiClient } from "../../integration-tests/drivers/api-client"
import { Gateway } from "../../integration-tests/drivers/gateway"
import { ask } from "../../integration-tests/drivers/json-http"
import { Shopper } from "../../integration-tests/drivers/shopper"
import { freePort } from "../../integration-tests/setup/free-port"
import { seedStore } from "../../integration-tests/setup/seed-store"
import { MERCHANT, ROZETKAPAY, STOREFRONT } from "../../integration-tests/setup/store"
import { must, type Place, runUntilStopped } from "../setup/command"
import { newDatabase } from "../setup/new-database"
import { installed } from "../setup/store-app"

type Closers = (() => Promise<unknown>)[]

/** The installed store on a new database, with an offline RozetkaPay, not started yet. */
export async function prepareStore(app: Place, closers: Closers) {
  const database = await newDatabase()
  closers.push(database.drop)
  const sandbox = await runUntilStopped(
    app,
    60_000,
    /RozetkaPay sandbox: http\S+/,
    installed(app, "medusa-payment-rozetkapay"),
    ...["sandbox", "--port", "0", "--login", MERCHANT.login, "--password", MERCHANT.password],
  )
  closers.push(sandbox.stop)
  const port = await freePort()
  const url = `http://localhost:${port}`
  const sandboxUrl = /http\S+/.exec(sandbox.output())?.[0] ?? ""
  const env = {
    // Neither production (its cookies need https) nor development (it would compile the dashboard itself).
    NODE_ENV: "versions",
    MEDUSA_DISABLE_TELEMETRY: "true",
    DATABASE_URL: database.url,
    STORE_CORS: STOREFRONT,
    ADMIN_CORS: url,
    AUTH_CORS: url,
    JWT_SECRET: "supersecret",
    COOKIE_SECRET: "supersecret",
    MEDUSA_BACKEND_URL: url,
    STOREFRONT_URL: STOREFRONT,
    ROZETKAPAY_LOGIN: MERCHANT.login,
    ROZETKAPAY_PASSWORD: MERCHANT.password,
    ROZETKAPAY_API_URL: sandboxUrl,
  }
  return { folder: app.folder, env, port, url, sandboxUrl }
}

export type Prepared = Awaited<ReturnType<typeof prepareStore>>

export async function migrate(place: Prepared): Promise<void> {
  const cli = installed(place, "medusa")
  await must(place, 300_000, cli, "db:migrate")
  await must(place, 120_000, cli, "user", "-e", STAFF.email, "-p", STAFF.password)
}

/** What any Medusa says that runs in one process, without Redis; and the plugin on a machine that is too busy. */
const EXPECTED =
  /local event bus|redisUrl not found|fake redis|in-?memory|No .*cache|telemetry|no answer in time/i

/**
 * Starts what `medusa build` has made, as it is deployed.
 *
 * @throws when it warns of anything that a store of one process does not
 */
export async function start(place: Prepared, closers: Closers) {
  const medusa = await runUntilStopped(
    { ...place, folder: join(place.folder, ".medusa/server") },
    180_000,
    /Server is ready on port/,
    installed(place, "medusa"),
    ...["start", "--port", String(place.port)],
  )
  closers.push(medusa.stop)
  const complaints = medusa
    .output()
    .split("\n")
    .filter((line) => /^\W*(warn|error)|Warning:|"level":"(warn|error)"/i.test(line))
    .filter((line) => !EXPECTED.test(line))
  if (complaints.length > 0) throw new Error(complaints.join("\n"))
  return medusa
}

/** Fills the running store, and answers what drives it. */
export async function openStore({ url, sandboxUrl }: Prepared) {
  const { token } = await ask(z.object({ token: z.string() }), `${url}/auth/user/emailpass`, {
    method: "POST",
    body: STAFF,
  })
  const api = new ApiClient(url, { authorization: `Bearer ${token}` })
  const seed = await seedStore(api, [ROZETKAPAY])
  return {
    url,
    seed,
    shopper: new Shopper(url, seed),
    admin: new Admin(api),
    gateway: new Gateway(sandboxUrl),
  }
}

export type OpenStore = Awaited<ReturnType<typeof openStore>>
