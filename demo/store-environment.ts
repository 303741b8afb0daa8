import { randomBytes } from "node:crypto"
import fs from "node:fs"
import path from "node:path"
import { SHIPPING } from "./catalogue"
import { withoutTelemetry } from "./no-telemetry"
import type { Seller, StoreMode } from "./store-modes"

export interface StoreAddresses {
  databaseUrl: string
  backend: string
  storefront: string
  /** Another one that RozetkaPay's page leads back to. */
  returnsTo?: string
  sandbox: string
  widget: { scriptUrl: string; key: string }
  merchant: { login: string; password: string }
  mode: Pick<StoreMode, "sellers" | "express" | "partsProviderId">
  capture: boolean
  folder: string
}

/** Logins stay valid over restarts, and no two machines share the secret that signs them. */
function sessionSecret(folder: string): string {
  const file = path.join(folder, "session-secret")
  if (!fs.existsSync(file)) fs.writeFileSync(file, randomBytes(24).toString("hex"), { mode: 0o600 })
  return fs.readFileSync(file, "utf8")
}

/** As medusa-config.ts wants them; empty where there are none. */
const sellersText = (sellers: Seller[]) =>
  sellers.length === 0
    ? ""
    : JSON.stringify(
        Object.fromEntries(sellers.map(({ key, apiKey, name }) => [key, { apiKey, name }])),
      )

/**
 * What medusa-config.ts reads. Every gateway setting is named here: the demo never talks to the real
 * RozetkaPay, whatever the terminal's environment or a .env file says.
 */
export function storeEnvironment(addresses: StoreAddresses): NodeJS.ProcessEnv {
  const {
    databaseUrl,
    backend,
    storefront,
    returnsTo = storefront,
    sandbox,
    widget,
    merchant,
  } = addresses
  const { mode, capture, folder } = addresses
  const { sellers, express, partsProviderId } = mode
  const secret = sessionSecret(folder)
  return {
    ...process.env,
    // Neither production (its cookies need https) nor development (it would compile the dashboard itself).
    NODE_ENV: "demo",
    DATABASE_URL: databaseUrl,
    MEDUSA_BACKEND_URL: backend,
    STOREFRONT_URL: returnsTo,
    STORE_CORS: [...new Set([storefront, returnsTo])].join(),
    ADMIN_CORS: backend,
    AUTH_CORS: `${backend},${storefront}`,
    ROZETKAPAY_SHOP: JSON.stringify({
      name: "Крамниця «Полісся»",
      logoUrl: `${storefront}/pictures/gorniatko-karpaty.svg`,
      color: "#a8322b",
    }),
    ROZETKAPAY_LOGIN: merchant.login,
    ROZETKAPAY_PASSWORD: merchant.password,
    ROZETKAPAY_API_URL: sandbox,
    ROZETKAPAY_CAPTURE: String(capture),
    ROZETKAPAY_WIDGET_KEY: widget.key,
    ROZETKAPAY_WIDGET_SCRIPT_URL: widget.scriptUrl,
    ROZETKAPAY_SELLERS: sellersText(sellers),
    ROZETKAPAY_DEFAULT_SELLER: sellers[0]?.key ?? "",
    ROZETKAPAY_EXPRESS_SHIPPING_OPTION: express ? SHIPPING.code : "",
    ROZETKAPAY_PAY_ON_DELIVERY: String(express),
    ROZETKAPAY_PAYPARTS: String(partsProviderId !== null),
    // Poland's ways to pay: this store sells in hryvnias.
    ROZETKAPAY_ALTERNATIVE: "false",
    JWT_SECRET: secret,
    COOKIE_SECRET: secret,
    DISABLE_MEDUSA_ADMIN: "true",
    MEDUSA_DISABLE_TELEMETRY: "true",
    XDG_CONFIG_HOME: withoutTelemetry(folder),
  }
}
