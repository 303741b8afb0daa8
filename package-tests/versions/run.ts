// Which versions of Medusa the packed plugin works on: `npm run test:medusa-versions -- 2.17.2 2.21.2`.
import { execFileSync } from "node:child_process"
import { readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { OLDEST_MEDUSA } from "../../src/provider/boot/medusa-version"
import cleanUp from "../setup/clean-up"
import { must, run } from "../setup/command"
import { serverVersion } from "../setup/new-database"
import packAndStartPostgres from "../setup/pack-and-start-postgres"
import { installed, makeStoreApp, ownMedusa } from "../setup/store-app"
import {
  adminRoutes,
  cancelOrder,
  captureAndRefund,
  paymentLink,
  purchase,
  refuseForged,
  severalPurchases,
} from "./checks-over-http"
import { canLook, useDashboard } from "./dashboard"
import { CanNotGoOn, Checks, resultsTable } from "./results"
import { onSlowDatabase } from "./slow-database"
import { migrate, openStore, prepareStore, start } from "./store-of-version"

/** As README has it, but holding money first: capturing is to be tried. */
function holdFirst(folder: string): void {
  const path = join(folder, "medusa-config.ts")
  const config = readFileSync(path, "utf8")
  const holding = config.replace("capture: true,", "capture: false,")
  if (holding === config) throw new Error("README's medusa-config.ts does not say `capture: true`.")
  writeFileSync(path, holding)
}

async function install(version: string): Promise<{ folder: string }> {
  const { folder, npmOutput } = await makeStoreApp(version)
  if (/peer|ERESOLVE/i.test(npmOutput)) throw new Error(npmOutput)
  holdFirst(folder)
  return { folder }
}

async function tryVersion(checks: Checks): Promise<void> {
  const closers: (() => Promise<unknown>)[] = []
  try {
    const app = await checks.must("npm install, no warning", () => install(checks.version))
    closers.push(async () => rmSync(app.folder, { recursive: true, force: true }))
    await checks.check("types of the docs' code", async () => {
      const { code, output } = await run(app, 240_000, installed(app, "tsc"), "--noEmit")
      if (code !== 0) throw new Error(output)
    })
    const place = await prepareStore(app, closers)
    await checks.must("medusa build, with the admin pages", () =>
      must(place, 420_000, installed(app, "medusa"), "build"),
    )
    await checks.must("migrations", () => migrate(place))
    const medusa = await checks.must("boot, no warning", () => start(place, closers))
    const store = await checks.must("the store is filled", () => openStore(place))
    const sale = await checks.must("purchase by callback, return", () => purchase(store))
    await checks.check("purchases on a slow database", () =>
      onSlowDatabase(place.env.DATABASE_URL, () => severalPurchases(store)),
    )
    await checks.check("capture and refund, both ledgers", () => captureAndRefund(store, sale))
    await checks.check("cancelled order, both ledgers", () => cancelOrder(store))
    await checks.check("forged callback refused", () => refuseForged(store, sale))
    await checks.check("admin routes", () => adminRoutes(store))
    await checks.check("payment link", () => paymentLink(store))
    if (canLook()) await checks.check("admin pages in a browser", () => useDashboard(store, sale))
    if (!checks.isWell) console.log(medusa.output().slice(-4000))
  } catch (error) {
    if (!(error instanceof CanNotGoOn)) throw error
  } finally {
    for (let close = closers.pop(); close; close = closers.pop()) await close()
  }
}

async function main(): Promise<boolean> {
  const named = process.argv.slice(2)
  const versions = named.length > 0 ? named : [OLDEST_MEDUSA, ownMedusa()]
  await packAndStartPostgres()
  try {
    const all: Checks[] = []
    for (const version of new Set(versions)) {
      const checks = new Checks(version)
      all.push(checks)
      await tryVersion(checks)
    }
    // That of the stores: this process may have been started by another one.
    const node = execFileSync("node", ["--version"], { encoding: "utf8" }).trim()
    const day = new Date().toISOString().slice(0, 10)
    console.log(`\n${resultsTable(all)}\n\nNode ${node}, ${await serverVersion()}, ${day}`)
    return all.every(({ isWell }) => isWell)
  } finally {
    await cleanUp()
  }
}

main().then(
  (isWell) => process.exit(isWell ? 0 : 1),
  (error: unknown) => {
    console.error(error)
    process.exit(1)
  },
)
