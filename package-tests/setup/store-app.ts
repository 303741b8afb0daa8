import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { z } from "zod"
import { must, type Place } from "./command"
import { layInstalled } from "./installed-medusa"
import { fileFromDocs } from "./pages"
import { packed } from "./tarball"

const ROOT = join(__dirname, "../..")

const versions = z.record(z.string(), z.string())
const ownPackage = z.object({ devDependencies: versions, overrides: versions })
const lockfile = z.looseObject({ packages: z.record(z.string(), z.unknown()) })

const read = (name: string): unknown => JSON.parse(readFileSync(join(ROOT, name), "utf8"))
const pick = (from: Record<string, string>, names: string[]) =>
  Object.fromEntries(names.map((name) => [name, from[name]]))

/** As `create-medusa-app` writes it, as far as it matters for loading a configuration and `medusa build`. */
const TSCONFIG = {
  compilerOptions: {
    target: "ES2021",
    module: "Node16",
    moduleResolution: "Node16",
    esModuleInterop: true,
    skipLibCheck: true,
    emitDecoratorMetadata: true,
    experimentalDecorators: true,
    strict: true,
    outDir: "./.medusa/server",
    rootDir: "./",
  },
  "ts-node": { swc: true },
  include: ["medusa-config.ts", "src"],
}

/** Files that README and the pages of docs/ tell a store's developer to write. */
const FROM_DOCS = ["medusa-config.ts", "src/pay-out.ts", "src/subscribers/tell-staff.ts"]

/** Runs the plugin's workflow by its id and by its export, the two ways that the docs name. */
const EXEC_SCRIPT = `import type { ExecArgs } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { syncPaymentWorkflow } from "medusa-payment-rozetkapay/workflows"

export default async function syncUnknownPayment({ container }: ExecArgs) {
  const input = { provider_id: "pp_rozetkapay_rozetkapay", external_id: "payses_unknown" }
  const engine = container.resolve(Modules.WORKFLOW_ENGINE)
  const byId = await engine.run("rozetkapay-sync-payment", { input })
  const byExport = await syncPaymentWorkflow(container).run({ input })
  console.log("SYNCED " + JSON.stringify([byId.result ?? null, byExport.result ?? null]))
}
`

/** As `create-medusa-app` lists them. */
const MEDUSA = ["admin-sdk", "cli", "framework", "medusa"].map((name) => `@medusajs/${name}`)

/** The Medusa that this repository itself is built and tested with. */
export const ownMedusa = (): string =>
  ownPackage.parse(read("package.json")).devDependencies["@medusajs/medusa"] ?? ""

/**
 * A Medusa store of its own with the packed plugin in it. It takes the repository's exact versions,
 * so that npm finds them in its cache, and today's newest releases can't break the test.
 *
 * @param medusa another version of Medusa than the repository's
 * @returns its folder and what npm said
 */
export async function makeStoreApp(
  medusa = ownMedusa(),
): Promise<{ folder: string; npmOutput: string }> {
  const { tarball, folder: parent } = packed()
  const isOwn = medusa === ownMedusa()
  const folder = join(parent, isOwn ? "store" : `store-${medusa}`)
  mkdirSync(join(folder, "src/scripts"), { recursive: true })
  const { devDependencies, overrides } = ownPackage.parse(read("package.json"))
  const store = {
    name: "store",
    version: "1.0.0",
    private: true,
    dependencies: {
      ...Object.fromEntries(MEDUSA.map((name) => [name, medusa])),
      "medusa-payment-rozetkapay": `file:${tarball}`,
    },
    devDependencies: pick(devDependencies, ["@swc/core", "@types/node", "ts-node", "typescript"]),
  }
  const write = (name: string, content: string | object) =>
    writeFileSync(
      join(folder, name),
      typeof content === "string" ? content : JSON.stringify(content, null, 2),
    )
  write("package.json", { ...store, overrides })
  if (isOwn) {
    const lock = lockfile.parse(read("package-lock.json"))
    const packages = { ...lock.packages, "": store }
    write("package-lock.json", { ...lock, name: "store", packages })
    const own = Object.keys({ ...pick(devDependencies, MEDUSA), ...store.devDependencies })
    await layInstalled(folder, own, lock.packages)
  }
  write("tsconfig.json", TSCONFIG)
  mkdirSync(join(folder, "src/subscribers"), { recursive: true })
  for (const name of FROM_DOCS) write(name, fileFromDocs(name))
  write("src/scripts/sync-unknown-payment.ts", EXEC_SCRIPT)
  const npmOutput = await must(
    { folder },
    420_000,
    "npm",
    ...["install", "--prefer-offline", "--no-audit", "--no-fund"],
  )
  return { folder, npmOutput }
}

/** A command that the installed packages brought, as `npx` finds it. */
export const installed = ({ folder }: Place, name: string): string =>
  join(folder, "node_modules/.bin", name)
