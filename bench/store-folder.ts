import fs from "node:fs"
import os from "node:os"
import path from "node:path"
import { ROOT } from "./built-plugin"

const PLUGIN = "medusa-payment-rozetkapay"

/** By its dependencies Medusa's command knows a store. */
const PACKAGE = JSON.stringify({
  name: "store",
  private: true,
  dependencies: { "@medusajs/medusa": "*" },
})

/** The least that a store with the plugin says of it. */
const WITH_PLUGIN = `
  plugins: [{ resolve: "${PLUGIN}", options: {} }],
  modules: [{
    resolve: "@medusajs/medusa/payment",
    options: { providers: [{
      resolve: "${PLUGIN}/providers/rozetkapay",
      id: "rozetkapay",
      options: {
        login: env.ROZETKAPAY_LOGIN, password: env.ROZETKAPAY_PASSWORD, apiUrl: env.ROZETKAPAY_API_URL,
        backendUrl: env.MEDUSA_BACKEND_URL, storefrontUrl: env.STOREFRONT_URL,
      },
    }] },
  }],`

const configuration = (more: string) => `
const { defineConfig } = require("@medusajs/framework/utils")
const { env } = process
module.exports = defineConfig({
  projectConfig: {
    databaseUrl: env.DATABASE_URL,
    http: {
      storeCors: env.STOREFRONT_URL, adminCors: env.MEDUSA_BACKEND_URL, authCors: env.MEDUSA_BACKEND_URL,
      jwtSecret: env.JWT_SECRET, cookieSecret: env.COOKIE_SECRET,
    },
  },
  admin: { disable: true },${more}
})
`

/** A store of its own on this repository's packages, with the built plugin in it or without. */
export function storeFolder(hasPlugin: boolean): { folder: string; remove(): void } {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "rozetkapay-bench-store-"))
  const modules = path.join(folder, "node_modules")
  fs.mkdirSync(modules)
  const from = path.join(ROOT, "node_modules")
  for (const name of fs.readdirSync(from)) {
    fs.symlinkSync(path.join(from, name), path.join(modules, name))
  }
  if (hasPlugin) fs.symlinkSync(ROOT, path.join(modules, PLUGIN))
  fs.writeFileSync(path.join(folder, "package.json"), PACKAGE)
  fs.writeFileSync(
    path.join(folder, "medusa-config.js"),
    configuration(hasPlugin ? WITH_PLUGIN : ""),
  )
  return { folder, remove: () => fs.rmSync(folder, { recursive: true, force: true }) }
}
