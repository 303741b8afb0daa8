import fs from "node:fs"
import http from "node:http"
import type net from "node:net"
import path from "node:path"
import { transformSync } from "@swc/core"
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
const SOURCE = path.join(__dirname, "..", "..", "src")
const PICTURES = path.join(__dirname, "..", "pictures")

/** The browser takes modules as they are written here, without the types. */
function script(file: string): Resource {
  const { code } = transformSync(fs.readFileSync(file, "utf8"), {
    filename: file,
    swcrc: false,
    configFile: false,
    jsc: { parser: { syntax: "typescript" }, target: "es2022" },
    module: { type: "es6" },
  })
  return { type: "text/javascript; charset=utf-8", body: code }
}

function resources(): Map<string, Resource> {
  const css = fs.readFileSync(path.join(PAGE, "page.css"))
  const found = new Map<string, Resource>([
    ["/page/page.css", { type: "text/css; charset=utf-8", body: css }],
  ])
  for (const name of fs.readdirSync(PAGE).filter((file) => file.endsWith(".ts"))) {
    found.set(`/page/${name.replace(/\.ts$/, ".js")}`, script(path.join(PAGE, name)))
  }
  // The plugin's own browser module with its sentences, as the page's scripts name it and as its files name each other.
  for (const folder of ["storefront", "messages"]) {
    const files = fs.readdirSync(path.join(SOURCE, folder))
    for (const name of files.filter((file) => file.endsWith(".ts"))) {
      const address = `/src/${folder}/${name.replace(/\.ts$/, "")}`
      const resource = script(path.join(SOURCE, folder, name))
      found.set(address, resource).set(`${address}.js`, resource)
    }
  }
  for (const name of fs.readdirSync(PICTURES).filter((file) => file.endsWith(".svg"))) {
    const body = fs.readFileSync(path.join(PICTURES, name))
    found.set(`/pictures/${name}`, { type: "image/svg+xml", body })
  }
  return found
}

/** What the page must know of the store stands in the page, so that it opens without one more request. */
function pageFor(input: StorefrontInput): Resource {
  const { port: _, mode, ...store } = input
  const { email, password, first_name, last_name } = DEMO_CUSTOMER
  const config = JSON.stringify({
    ...store,
    providerId: mode.providerId,
    partsProviderId: mode.partsProviderId,
    express: mode.express,
    keepsCards: mode.keepsCards,
    sellers: Object.fromEntries(mode.sellers.map(({ key, name }) => [key, name])),
    sample: { email: SAMPLE_EMAIL, address: SAMPLE_ADDRESS },
    customer: { email, password, name: `${first_name} ${last_name}` },
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

/** The addresses that the page itself knows what to do with. */
const PAGE_PATHS = /^\/([a-z]{2}(\/(cart|checkout|order\/[^/]+\/confirmed))?)?\/?$/

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
  const known = resources()
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
    const resource = known.get(pathname) ?? (PAGE_PATHS.test(pathname) ? page : undefined)
    if (!resource) {
      response.writeHead(404, { "content-type": "text/plain; charset=utf-8" }).end("Not found\n")
      return
    }
    response.writeHead(200, { ...headers, "content-type": resource.type })
    response.end(request.method === "HEAD" ? undefined : resource.body)
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
