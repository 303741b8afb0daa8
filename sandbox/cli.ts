#!/usr/bin/env node
import { parseArgs } from "node:util"
import { type Sandbox, startSandbox } from "./index"
import { DEFAULT_LEGACY_MERCHANT, DEFAULT_MERCHANT } from "./merchants"

const HELP = `medusa-payment-rozetkapay sandbox — a RozetkaPay that runs offline

Usage: medusa-payment-rozetkapay sandbox [options]

  --port <n>         port to listen on, 0 = any free (default 4010; SANDBOX_PORT)
  --host <address>   address to listen on (default 127.0.0.1; SANDBOX_HOST)
  --allowed-host <name>
                     further name that it may be asked for by, as often as needed; else only
                     localhost is (SANDBOX_ALLOWED_HOSTS, with commas)
  --login <text>     merchant's login (default ${DEFAULT_MERCHANT.login}; SANDBOX_LOGIN)
  --password <text>  merchant's password (default ${DEFAULT_MERCHANT.password}; SANDBOX_PASSWORD)
  --public-url <url> address that browsers reach it at, when it is not host:port
  --strict           refuse what RozetkaPay's document forbids though the living gateway
                     takes it, such as null, "" and amounts as texts
  --openapi <path>   RozetkaPay's OpenAPI document to check against (ROZETKAPAY_OPENAPI)
  --help             this text
`

const listedHosts = (): string[] =>
  (process.env.SANDBOX_ALLOWED_HOSTS ?? "").split(/[\s,]+/).filter(Boolean)

class UsageError extends Error {}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        port: { type: "string", default: process.env.SANDBOX_PORT ?? "4010" },
        host: { type: "string", default: process.env.SANDBOX_HOST ?? "127.0.0.1" },
        "allowed-host": { type: "string", multiple: true, default: listedHosts() },
        login: { type: "string", default: process.env.SANDBOX_LOGIN ?? DEFAULT_MERCHANT.login },
        password: {
          type: "string",
          default: process.env.SANDBOX_PASSWORD ?? DEFAULT_MERCHANT.password,
        },
        "public-url": { type: "string" },
        strict: { type: "boolean", default: false },
        openapi: { type: "string" },
        help: { type: "boolean", short: "h", default: false },
      },
    })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

async function main(): Promise<void> {
  const { values, positionals } = readArguments()
  const [command, ...more] = positionals
  if (values.help) {
    process.stdout.write(HELP)
    return
  }
  if (command === undefined) throw new UsageError("Name a command: sandbox")
  if (command !== "sandbox") throw new UsageError(`There is no command "${command}", only sandbox`)
  if (more.length > 0) throw new UsageError(`Unexpected argument "${more[0]}"`)
  const { port, host, login, password, openapi } = values
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    throw new UsageError(`--port must be a number from 0 to 65535, not "${port}"`)
  const sandbox = await startSandbox({
    port: Number(port),
    host,
    merchants: [{ ...DEFAULT_MERCHANT, login, password }],
    openapi,
    strict: values.strict,
    publicUrl: values["public-url"],
    allowedHosts: values["allowed-host"],
  })
  closeOnSignal(sandbox)
  process.stdout.write(greeting(sandbox, login, password))
}

const greeting = (
  { url, openapi, widgetUrl, widgetKey }: Sandbox,
  login: string,
  password: string,
): string => `
RozetkaPay sandbox: ${url}

  Payments and cabinet   ${url}/
  Login                  ${login}
  Password               ${password}
  Card widget            ${widgetUrl}
  Widget key             ${widgetKey}
  Checked against        ${openapi ?? "its own rules only (no OpenAPI document at hand)"}

Point the plugin at it:

  ROZETKAPAY_API_URL=${url}
  ROZETKAPAY_LOGIN=${login}
  ROZETKAPAY_PASSWORD=${password}

The legacy API (deprecated-api.rozetkapay.com) answers at the same address:

  POS_ID=${DEFAULT_LEGACY_MERCHANT.posId}
  API_KEY=${DEFAULT_LEGACY_MERCHANT.apiKey}
  API_SECRET=${DEFAULT_LEGACY_MERCHANT.apiSecret}
  ENDPOINTS_KEY=${DEFAULT_LEGACY_MERCHANT.endpointsKey}

Ctrl-C ends it.
`

function closeOnSignal(sandbox: Sandbox): void {
  const close = () => {
    process.off("SIGINT", close)
    process.off("SIGTERM", close)
    void sandbox.close()
  }
  process.on("SIGINT", close)
  process.on("SIGTERM", close)
}

function explain(error: unknown): { text: string; exit: number } {
  if (error instanceof UsageError) return { text: `${error.message}. Try --help.`, exit: 2 }
  if (!(error instanceof Error)) return { text: String(error), exit: 1 }
  const busy = "code" in error && error.code === "EADDRINUSE"
  return { text: busy ? `${error.message}. Choose another --port.` : error.message, exit: 1 }
}

main().catch((error: unknown) => {
  const { text, exit } = explain(error)
  process.stderr.write(`${text}\n`)
  process.exitCode = exit
})
