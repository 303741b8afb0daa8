import fs from "node:fs"
import path from "node:path"
import { startSandbox } from "../sandbox"
import { buildAdmin } from "./admin-build"
import { STORE_NAME } from "./catalogue"
import { endOf, signalGroup } from "./child-program"
import { DemoFailure, messageOf } from "./failure"
import { takeLock } from "./lock"
import { startMedusa } from "./medusa-server"
import { migrate } from "./migrate"
import { holdPort, withFreePort } from "./ports"
import { startPostgres } from "./postgres"
import { makePurchase } from "./purchase"
import { type DemoSettings, readSettings } from "./settings"
import { Shutdown } from "./shutdown"
import { bold, dim, heading, red, step } from "./steps"
import { storeEnvironment } from "./store-environment"
import { startStorefront } from "./storefront/server"
import { orderByTelephone } from "./telephone-order"

const MERCHANT = { login: "sandbox-login", password: "sandbox-password" }

function makeFolder(folder: string): void {
  try {
    fs.mkdirSync(path.join(folder, "logs"), { recursive: true })
    fs.accessSync(folder, fs.constants.W_OK)
  } catch (error) {
    throw new DemoFailure(
      `The folder ${folder} can not be used: ${messageOf(error)}`,
      "If another account made it, remove it or name another one in DEMO_DIR.",
    )
  }
}

async function startEverything(
  settings: DemoSettings,
  shutdown: Shutdown,
  crash: (error: unknown) => void,
) {
  const { root, folder, mode } = settings
  makeFolder(folder)
  const lock = takeLock(folder)
  shutdown.add("The lock", lock.release)

  heading("Starting")
  const shopPort = await holdPort("storefront", settings.ports.storefront)
  shutdown.add("The storefront's port", async () => void shopPort.server.close())
  const medusaPort = await holdPort("Medusa server", settings.ports.medusa, [shopPort.port])
  shutdown.add("Medusa's port", async () => void medusaPort.server.close())
  const backend = `http://localhost:${medusaPort.port}`
  const storefrontUrl = `http://localhost:${shopPort.port}`
  lock.announce(storefrontUrl)

  const sandbox = await step(
    "RozetkaPay's sandbox",
    () =>
      withFreePort("sandbox", settings.ports.sandbox, [shopPort.port, medusaPort.port], (port) =>
        startSandbox({
          port,
          publicUrl: `http://localhost:${port}`,
          // A seller's project is known by its key: the hosted page says whose what is.
          merchants: [
            { ...MERCHANT, name: STORE_NAME },
            ...mode.sellers.map(({ apiKey, name }) => ({
              login: apiKey,
              password: MERCHANT.password,
              name,
            })),
          ],
        }),
      ),
    ({ url }) => url,
  )
  shutdown.add("The sandbox", () => sandbox.close())

  const postgres = settings.databaseUrl
    ? undefined
    : await step(
        "PostgreSQL (embedded)",
        () =>
          startPostgres(folder, {
            onStart: (stop) => shutdown.add("PostgreSQL", stop),
          }),
        ({ home }) =>
          path.relative(root, home).startsWith("..") ? home : path.relative(root, home),
      )
  const databaseUrl = settings.databaseUrl ?? postgres?.url ?? ""

  const widget = { scriptUrl: sandbox.widgetUrl, key: sandbox.widgetKey }
  const env = storeEnvironment({
    databaseUrl,
    backend,
    storefront: storefrontUrl,
    returnsTo: settings.storefrontUrl ?? storefrontUrl,
    sandbox: sandbox.url,
    widget,
    merchant: MERCHANT,
    mode,
    capture: settings.capture,
    folder,
  })
  const own = (name: string) => (child: Parameters<typeof signalGroup>[0]) =>
    shutdown.add(name, () => {
      signalGroup(child, "SIGTERM")
      return endOf(child, 3000)
    })
  // The two long steps of a first start share the processor; each shows its own time.
  const building = buildAdmin({ root, folder, env, onStart: own("The build of the dashboard") })
  building.catch(() => undefined)
  await step(
    "Database",
    (progress) =>
      migrate({ root, folder, databaseUrl, env, onStart: own("The migrations") }, progress),
    (migrated) => (migrated ? "migrated" : "up to date"),
  )
  const admin = await step(
    "Medusa's dashboard",
    () => building,
    ({ fresh }) => (fresh ? "built" : "built earlier"),
  )

  const store = await step(
    "Medusa",
    (progress) =>
      startMedusa(
        {
          root,
          folder,
          env,
          task: {
            adminFiles: admin.files,
            mode: mode.name,
            admin: settings.admin,
            postgresPid: postgres?.pid,
          },
          port: medusaPort,
          onStart: (stop) => shutdown.add("Medusa", stop),
          onLost: crash,
        },
        progress,
      ),
    () => backend,
  )
  const storefront = await step(
    "Storefront",
    () =>
      startStorefront({
        port: shopPort.server,
        backend,
        mode,
        widget,
        ...store,
      }),
    () => storefrontUrl,
  )
  shutdown.add("The storefront", storefront.close)
  return { backend, storefront: storefrontUrl, sandbox: sandbox.url, ...store }
}

interface Addresses {
  backend: string
  storefront: string
  sandbox: string
  /** A payment link to try; a marketplace has none. */
  link: string | undefined
}

function printAddresses(urls: Addresses, { admin, mode }: DemoSettings): void {
  const sellers = mode.sellers.map(({ name }) => name).join(", ")
  heading("The store is open")
  console.log(`  Storefront  ${bold(urls.storefront)}${sellers && `   sells for ${sellers}`}
              Every way to pay is at its checkout; “Log in as …” there is for saved cards and “My orders”${urls.link ? `\n  Link        ${bold(urls.link)}   pays an order that came by telephone` : ""}
  Admin       ${bold(`${urls.backend}/app`)}   ${admin.email} / ${admin.password}
              RozetkaPay: a box on each order's page, and ${urls.backend}/app/settings/rozetkapay
              In English or Ukrainian: Profile, Edit, Language
  Sandbox     ${bold(urls.sandbox)}   every payment, its operations and callbacks; the banks' apps
  Cards       4242 4242 4242 4242 (3-D Secure), 4111 1111 1111 1111 (no 3-D Secure),
              4444 3333 2222 1111 (declined); any date and CVV
${dim("  Ctrl-C stops everything.")}`)
}

function report(error: unknown): void {
  console.error(`\n${red("✗")} ${bold(messageOf(error))}`)
  if (error instanceof DemoFailure) {
    if (error.details) console.error(dim(error.details.replace(/^/gm, "    ")))
    console.error(`  ${error.advice}\n`)
  } else if (error instanceof Error && error.stack) {
    console.error(dim(error.stack))
    console.error("  This should not happen: please report it with the lines above.\n")
  }
}

/** `npm start`: everything up, one purchase, then the addresses. */
export async function main(): Promise<void> {
  const shutdown = new Shutdown()
  shutdown.listen()
  const crash = async (error: unknown) => {
    if (shutdown.started) return
    report(error)
    await shutdown.stop()
    process.exit(1)
  }
  try {
    const settings = readSettings(path.dirname(__dirname), process.argv.slice(2), process.env)
    const running = await startEverything(settings, shutdown, crash)
    heading("One purchase, from cart to refund")
    const { orderId } = await makePurchase({
      ...running,
      sandbox: { url: running.sandbox, login: MERCHANT.login },
      mode: settings.mode,
      admin: settings.admin,
    })
    const link =
      settings.mode.sellers.length > 0
        ? undefined
        : await orderByTelephone({ ...running, admin: settings.admin })
    if (settings.once) {
      await shutdown.stop()
      console.log("\n✓ The purchase went through and everything is stopped.")
      process.exit(0)
    }
    printAddresses({ ...running, link: link?.url }, settings)
    if (settings.forPrograms) {
      const admin = { url: `${running.backend}/app`, ...settings.admin }
      console.log(
        `DEMO READY ${JSON.stringify({ ...running, link: link?.url, admin, orderId, pid: process.pid })}`,
      )
    }
    shutdown.endsWell = true
  } catch (error) {
    await crash(error)
  }
}
