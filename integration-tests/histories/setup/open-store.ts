import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { type Sandbox, startSandbox } from "../../../sandbox"
import { Admin } from "../../drivers/admin"
import { ApiClient } from "../../drivers/api-client"
import { Gateway } from "../../drivers/gateway"
import { Shopper } from "../../drivers/shopper"
import { copiesIn, giveCopies } from "../../setup/copies"
import { freePort } from "../../setup/free-port"
import { openApiDocument } from "../../setup/openapi-document"
import { POLAND, type Seed, seedPlace, seedStore } from "../../setup/seed-store"
import { MERCHANT, STOREFRONT } from "../../setup/store"
import { PROVIDERS } from "../store-process/payment-kinds"
import { StoreProcess } from "../store-process/store-process"
import { giveToSellers } from "./give-to-sellers"
import { StoreDatabase } from "./store-database"

export type OpenStore = {
  /** One, or several on the same database. */
  processes: StoreProcess[]
  process: StoreProcess
  database: StoreDatabase
  sandbox: Sandbox
  gateway: Gateway
  shopper: Shopper
  admin: Admin
  /** The same shop and admin through another process. */
  through(url: string): { shopper: Shopper; admin: Admin }
  seed: Seed
  close(): Promise<void>
}

/** Waits, in milliseconds, before a callback that was not answered by 200 comes again; then never more. */
const RESEND_AFTER_MS = [100, 300, 900]

/**
 * Starts an offline RozetkaPay and a store in processes of its own, filled and ready.
 *
 * @param more - further variables of medusa-config.ts for the store's processes
 * @param count - Medusa processes on the one database; callbacks go to the first
 */
export async function openStore(more: NodeJS.ProcessEnv = {}, count = 1): Promise<OpenStore> {
  const folder = mkdtempSync(join(tmpdir(), "rozetkapay-store-"))
  const database = await StoreDatabase.create()
  const sandbox = await startSandbox({
    merchants: [MERCHANT],
    openapi: openApiDocument(),
    resendAfterMs: RESEND_AFTER_MS,
  })
  const ports = await Promise.all(Array.from({ length: count }, freePort))
  const env = {
    NODE_ENV: "production",
    LOG_LEVEL: "info",
    DATABASE_URL: database.url,
    MEDUSA_BACKEND_URL: `http://localhost:${ports[0]}`,
    STOREFRONT_URL: STOREFRONT,
    STORE_CORS: STOREFRONT,
    ADMIN_CORS: STOREFRONT,
    AUTH_CORS: STOREFRONT,
    ROZETKAPAY_LOGIN: MERCHANT.login,
    ROZETKAPAY_PASSWORD: MERCHANT.password,
    ROZETKAPAY_API_URL: sandbox.url,
    ROZETKAPAY_CAPTURE: "true",
    JWT_SECRET: "secret-of-the-tests",
    COOKIE_SECRET: "secret-of-the-tests",
    DISABLE_MEDUSA_ADMIN: "true",
    MEDUSA_DISABLE_TELEMETRY: "true",
    ...more,
  }
  const processes = ports.map(
    (port, index) => new StoreProcess(port, env, join(folder, `medusa-${index}.log`)),
  )
  const close = async () => {
    await Promise.all(processes.map((one) => one.kill()))
    await sandbox.close()
    await database.drop()
    // With STORE_LOGS=keep what the stores wrote stays, and its place is printed.
    if (process.env.STORE_LOGS === "keep") process.stdout.write(`logs: ${folder}\n`)
    else rmSync(folder, { recursive: true, force: true })
  }
  try {
    const [first, ...others] = processes
    if (!first) throw new Error("A store needs a process.")
    const token = await first.start(true)
    if (!token) throw new Error("The new store has no admin.")
    for (const other of others) await other.start(false)
    const authorization = { authorization: `Bearer ${token}` }
    const api = new ApiClient(first.url, authorization)
    const seed = await seedStore(api, PROVIDERS)
    await giveToSellers(api, seed)
    // What histories do to goods they do to goods of their own, which no cart was filled with before.
    const { carts } = copiesIn({
      query: (sql, values) => database.named(sql, values),
      canCopy: async () => first.isUp,
    })
    for (const { url } of processes) giveCopies(url, { carts })
    const through = (url: string) => ({
      shopper: new Shopper(url, seed),
      admin: new Admin(new ApiClient(url, authorization)),
    })
    return {
      processes,
      process: first,
      database,
      sandbox,
      gateway: new Gateway(sandbox.url),
      ...through(first.url),
      through,
      seed,
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** The same store as Poles see it: a region of its own, in złoty. */
export async function inPoland(store: OpenStore): Promise<OpenStore> {
  const seed = await seedPlace(store.admin.api, POLAND, store.seed, PROVIDERS)
  const through: OpenStore["through"] = (url) => ({
    ...store.through(url),
    shopper: new Shopper(url, seed),
  })
  return { ...store, seed, through, ...through(store.process.url) }
}
