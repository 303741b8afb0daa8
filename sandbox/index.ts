import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { loadContract } from "./contract"
import {
  DEFAULT_LEGACY_MERCHANT,
  DEFAULT_MERCHANT,
  type LegacyMerchantOption,
  type MerchantOption,
} from "./merchants"
import { sandboxApp } from "./server"
import { World } from "./world"

export type SandboxOptions = {
  /** 0 (default) = any free port. */
  port?: number
  /** Default "127.0.0.1". */
  host?: string
  /** Further names that the sandbox is asked for by, and whose pages may ask, as `sandbox` in Docker. */
  allowedHosts?: readonly string[]
  /** Address that browsers and merchants reach the sandbox at; default http://host:port. */
  publicUrl?: string
  /** Default: `sandbox-login` with `sandbox-password`. Any other login is refused. */
  merchants?: MerchantOption[]
  /** Points of sale of the legacy API; default: one, with the keys that README lists. */
  legacyMerchants?: LegacyMerchantOption[]
  /** Path of RozetkaPay's OpenAPI document; default: ROZETKAPAY_OPENAPI, else none. null = none. */
  openapi?: string | null
  /** Waits, in ms, before each resend of a callback that was not answered by HTTP 200. */
  resendAfterMs?: number[]
  callbackDelayMs?: number
  /** How long the merchant may take to answer a callback. */
  callbackTimeoutMs?: number
  /** Life of a hosted page without checkout_ttl. */
  ttlMinutes?: number
  /** Refuses what RozetkaPay's document forbids though the living gateway takes it. Default true. */
  strict?: boolean
}

export type Sandbox = {
  url: string
  /** Stand-in of https://cdn.rozetkapay.com/widget.js, and its key for the first merchant. */
  widgetUrl: string
  widgetKey: string
  /** The document that is checked against; null = none. */
  openapi: string | null
  /** Stops listening, ends every connection and timer. */
  close(): Promise<void>
}

const DEFAULT_RESENDS_MS = [1_000, 3_000, 10_000, 30_000, 60_000]

/**
 * Starts a RozetkaPay that lives in this process. Everything but starting and closing goes
 * through HTTP. Throws when the port is busy or the OpenAPI document can not be used.
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const host = options.host ?? "127.0.0.1"
  const world = new World({
    merchants: options.merchants ?? [DEFAULT_MERCHANT],
    legacyMerchants: options.legacyMerchants ?? [DEFAULT_LEGACY_MERCHANT],
    contract: loadContract(options.openapi),
    resendAfterMs: options.resendAfterMs ?? DEFAULT_RESENDS_MS,
    callbackDelayMs: options.callbackDelayMs ?? 0,
    callbackTimeoutMs: options.callbackTimeoutMs ?? 30_000,
    ttlMinutes: options.ttlMinutes ?? 60,
    strict: options.strict ?? true,
  })
  const server = createServer(sandboxApp(world))
  const address = await new Promise<AddressInfo>((resolve, reject) => {
    server.once("error", reject)
    server.listen(options.port ?? 0, host, () => {
      const bound = server.address()
      if (bound === null || typeof bound === "string") reject(new Error("No address to listen on"))
      else resolve(bound)
    })
  })
  const reachable = host === "0.0.0.0" || host === "::" ? "localhost" : host
  const name = reachable.includes(":") ? `[${reachable}]` : reachable
  world.url = (options.publicUrl ?? `http://${name}:${address.port}`).replace(/\/+$/, "")
  world.ownHosts = [name, new URL(world.url).hostname, ...(options.allowedHosts ?? [])].map((one) =>
    one.toLowerCase(),
  )
  return {
    url: world.url,
    widgetUrl: `${world.url}/widget.js`,
    widgetKey: world.merchants.first()?.widget_key ?? "",
    openapi: world.contract.document,
    close: () =>
      new Promise((resolve) => {
        world.close()
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

export type { LegacyMerchantOption, MerchantOption } from "./merchants"
