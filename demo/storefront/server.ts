import fs from "node:fs"
import http from "node:http"
import type net from "node:net"
import path from "node:path"
import { build, stop } from "esbuild"
import { DEMO_CUSTOMER, SAMPLE_ADDRESS, SAMPLE_EMAIL } from "../sample-shopper"
import type { StoreMode } from "../store-modes"

export interface StorefrontInput {
  /** Listens on the shop's port already. */
  port: net.Server
  backend: string
  publishableKey: string
  regionId: string
  mode: StoreMode
  /** RozetkaPay's card form. */
  widget: { scriptUrl: string; key: string }
}

interface Resource {
  type: string
  body: string | Buffer
}

const PAGE = path.join(__dirname, "page")
const STYLES = [
  path.join(PAGE, "page.css"),
  path.join(__dirname, "..", "..", "src", "react", "styles.css"),
]
const PICTURES = path.join(__dirname, "..", "pictures")

/** The page's scripts in one, with the plugin's own parts of a checkout and React. */
async function script(): Promise<Resource> {
  const { outputFiles } = await build({
    entryPoints: [path.join(PAGE, "main.ts")],
    bundle: true,
    write: false,
    minify: true,
    format: "esm",
    target: "es2022",
    jsx: "automatic",
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "silent",
  })
  // Otherwise its process runs on.
  await stop()
  const [bundle] = outputFiles
  if (!bundle) throw new Error("The storefront's page has no script.")
  return { type: "text/javascript; charset=utf-8", body: bundle.text }
}

async function resources(): Promise<Map<string, Resource>> {
  // Where both are as specific, which is hardly ever, the components' own stylesheet wins.
  const css = STYLES.map((file) => fs.readFileSync(file, "utf8")).join("\n")
  const found = new Map<string, Resource>([
    ["/page/page.css", { type: "text/css; charset=utf-8", body: css }],
    ["/page/main.js", await script()],
  ])
  for (const name of fs.readdirSync(PICTURES).filter((file) => file.endsWith(".svg"))) {
    const body = fs.readFileSync(path.join(PICTURES, name))
    found.set(`/pictures/${name}`, { type: "image/svg+xml", body })
  }
  return found
}

/** What the page must know of the store stands in the page, so that it opens without one more request. */
function pageFor(input: StorefrontInput): Resource {
  const { port: _, mode, ...store } = input
  const config = JSON.stringify({
    ...store,
    providerId: mode.providerId,
    partsProviderId: mode.partsProviderId,
    express: mode.express,
    keepsCards: mode.keepsCards,
    sellers: Object.fromEntries(mode.sellers.map(({ key, name }) => [key, name])),
    sample: { email: SAMPLE_EMAIL, address: SAMPLE_ADDRESS },
    customer: DEMO_CUSTOMER,
  })
  const html = fs.readFileSync(path.join(PAGE, "page.html"), "utf8")
  return {
    type: "text/html; charset=utf-8",
    body: html.replace(
      /(?<=id="config">)/,
      config.replaceAll("<", "\\u003c").replaceAll("$", "$$$$"),
    ),
  }
}

/** The addresses that the page itself knows what to do with; of the others it says that there is no such page. */
const PAGE_PATHS =
  /^\/([a-z]{2}(\/(cart|checkout|account(\/cards)?|order\/[^/]+\/confirmed))?)?\/?$/

/** Nothing but the shop itself, its Medusa, RozetkaPay's form in a frame and its banks' logos: no inline script, no eval. */
const policy = ({ backend, widget }: StorefrontInput) => {
  const gateway = new URL(widget.scriptUrl).origin
  return [
    "default-src 'self'",
    `script-src 'self' ${gateway}`,
    `frame-src ${gateway}`,
    `img-src 'self' ${gateway}`,
    `connect-src 'self' ${backend}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ")
}

/** Serves the shop: one page for every address of it, its scripts and the pictures. It passes nothing on. */
export async function startStorefront(input: StorefrontInput): Promise<{ close(): Promise<void> }> {
  const known = await resources()
  const page = pageFor(input)
  const headers = {
    "cache-control": "no-cache",
    "content-security-policy": policy(input),
    "x-content-type-options": "nosniff",
    "referrer-policy": "strict-origin-when-cross-origin",
  }
  const server = http.createServer((request, response) => {
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.writeHead(405, { allow: "GET, HEAD" }).end()
      return
    }
    const [pathname = "/"] = (request.url ?? "/").split("?")
    const resource = known.get(pathname)
    const isFile = /\.\w+$/.test(pathname)
    if (!resource && isFile) {
      response.writeHead(404, { "content-type": "text/plain; charset=utf-8" }).end("Not found\n")
      return
    }
    const { type, body } = resource ?? page
    const status = resource || PAGE_PATHS.test(pathname) ? 200 : 404
    response.writeHead(status, { ...headers, "content-type": type })
    response.end(request.method === "HEAD" ? undefined : body)
  })
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject)
    server.listen(input.port, resolve)
  })
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
