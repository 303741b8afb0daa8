import { request as httpRequest } from "node:http"
import { startSandbox } from "../index"
import { checkoutUrl, LOGIN, PASSWORD, Shop } from "./shop"

let shop: Shop
beforeAll(async () => {
  shop = await Shop.open({ allowedHosts: ["sandbox"] })
})
afterAll(() => shop.close())

type Asked = { method?: string; headers?: Record<string, string>; body?: string }

/** As a browser sends it: `fetch` would not let Host be anybody's. */
const ask = (
  path: string,
  { method = "GET", headers = {}, body }: Asked = {},
  from = shop.sandbox.url,
) =>
  new Promise<{ status: number; text: string; headers: NodeJS.Dict<string | string[]> }>(
    (resolve, reject) => {
      const url = new URL(path, from)
      const request = httpRequest(url, { method, headers, agent: false }, (response) => {
        let text = ""
        response.on("data", (chunk) => {
          text += chunk
        })
        response.on("end", () =>
          resolve({ status: response.statusCode ?? 0, text, headers: response.headers }),
        )
      })
      request.on("error", reject)
      request.end(body)
    },
  )

const port = () => new URL(shop.sandbox.url).port
const authorization = `Basic ${btoa(`${LOGIN}:${PASSWORD}`)}`
const json = { "content-type": "application/json" }
const form = { "content-type": "application/x-www-form-urlencoded" }

/** Every kind of address that the sandbox has. */
const surfaces = async (): Promise<[string, string, Asked][]> => {
  const page = new URL(checkoutUrl(await shop.create("page"))).pathname
  const cabinet = `/payments/${LOGIN}/page`
  const create = JSON.stringify(shop.createBody("by-a-page"))
  return [
    ["the control API", "/sandbox/payments", {}],
    ["a control call", "/sandbox/reset", { method: "POST" }],
    ["taking faults back", "/sandbox/faults", { method: "DELETE" }],
    ["the cabinet", "/", {}],
    ["a payment's cabinet", cabinet, {}],
    ["the switches", "/switches", {}],
    ["a switch", "/switches", { method: "POST", headers: form, body: "do=reset" }],
    ["a cabinet's button", cabinet, { method: "POST", headers: form, body: "move=refund" }],
    ["the hosted page", page, {}],
    ["paying on it", page, { method: "POST", headers: form, body: "card=4111111111111111" }],
    ["leaving it", `${page}/leave`, {}],
    ["the bank's page", "/3ds/nobody", {}],
    ["a card's page", "/wallet/nobody", {}],
    ["a receipt", "/receipt/nobody", {}],
    ["the widget", "/widget.js", {}],
    ["the widget's frame", "/widget/frame", {}],
    ["a card's token", "/widget/tokens", { method: "POST", headers: json, body: "{}" }],
    ["the API", "/api/merchants/v1/me", { headers: { authorization } }],
    [
      "a payment",
      "/api/payments/v1/new",
      { method: "POST", headers: { ...json, authorization }, body: create },
    ],
    ["the legacy API", "/api/v1/refund", { method: "POST", headers: json, body: "{}" }],
    ["the health check", "/health", {}],
    ["what is not there", "/nowhere", {}],
  ]
}

test("no address answers a request by a name that was pointed at this machine", async () => {
  for (const [what, path, asked] of await surfaces())
    for (const host of [
      `evil.example:${port()}`,
      "127.0.0.1.evil.example",
      "0.0.0.0",
      "localhost@x",
    ]) {
      const { status, text } = await ask(path, { ...asked, headers: { ...asked.headers, host } })
      expect([what, host, status]).toEqual([what, host, 403])
      expect(text).toContain("foreign_host")
    }
  expect((await shop.look("payments/by-a-page")).status).toBe(404)
  expect((await shop.look("payments/page")).body).toMatchObject({ payment: { state: "unpaid" } })
})

test("no address answers a page of another site, nor one that hides whose it is", async () => {
  for (const [what, path, asked] of await surfaces())
    for (const origin of [
      "https://evil.example",
      "http://localhost.evil.example:8000",
      "null",
      "http://localhost:8000@evil.example",
      "file://localhost",
    ]) {
      const { status, text } = await ask(path, { ...asked, headers: { ...asked.headers, origin } })
      expect([what, origin, status]).toEqual([what, origin, 403])
      expect(text).toContain("foreign_origin")
    }
  expect((await shop.look("payments/by-a-page")).status).toBe(404)
  expect((await shop.look("payments/page")).body).toMatchObject({ payment: { state: "unpaid" } })
})

test("a page is not told that it may ask with a method or a header of its own", async () => {
  const headers = { origin: "https://evil.example", "access-control-request-method": "DELETE" }
  const answer = await ask("/sandbox/faults", { method: "OPTIONS", headers })
  expect(answer.status).toBe(403)
  expect(Object.keys(answer.headers)).not.toContain("access-control-allow-origin")
})

test.each([
  ["POST", "/sandbox/reset"],
  ["POST", "/sandbox/callbacks"],
  ["POST", "/api/payments/v1/new"],
  ["DELETE", "/api/customers/v1/wallet"],
  ["POST", "/widget/tokens"],
  ["POST", "/checkout/nobody"],
  ["POST", "/"],
])("%s %s takes no text/plain, which any page may send without asking", async (method, path) => {
  await shop.create("kept")
  for (const type of ["text/plain", "text/plain;charset=UTF-8", "TEXT/PLAIN"]) {
    const body = JSON.stringify(shop.createBody("by-text"))
    const headers = { "content-type": type, authorization, "content-length": `${body.length}` }
    const { status } = await ask(path, { method, headers, body })
    expect(status).toBe(path.startsWith("/api/") ? 400 : 415)
  }
  expect((await shop.look("payments/kept")).status).toBe(200)
  expect((await shop.look("payments/by-text")).status).toBe(404)
})

test.each([
  "application/x-www-form-urlencoded",
  "multipart/form-data; boundary=x",
  "",
])("the control API takes JSON, not %j", async (type) => {
  await shop.create("kept")
  const headers: Record<string, string> = type === "" ? {} : { "content-type": type }
  const answer = await ask("/sandbox/reset", { method: "POST", headers, body: "{}" })
  expect(answer.status).toBe(415)
  expect((await shop.look("payments/kept")).status).toBe(200)
})

test.each([
  "localhost",
  "127.0.0.1",
  "[::1]",
  "LOCALHOST",
])("the developer's own pages at %s, on any port, are answered", async (name) => {
  for (const origin of [`http://${name}:8000`, `https://${name}`, `http://${name}:${port()}`])
    for (const [what, path, asked] of await surfaces()) {
      const host = `${name}:${port()}`
      const { status } = await ask(path, { ...asked, headers: { ...asked.headers, origin, host } })
      expect([what, status === 403 && path !== "/widget/tokens", status === 415]).toEqual([
        what,
        false,
        false,
      ])
    }
})

test("the form of the hosted page says whose it is, so that the sandbox knows it for its own", async () => {
  const page = new URL(checkoutUrl(await shop.create("own-form"))).pathname
  const shown = await ask(page)
  // A browser writes "Origin: null" for a form of a page that tells nobody where it is.
  expect(shown.headers["referrer-policy"]).toBe("same-origin")
  const headers = { ...form, origin: shop.sandbox.url }
  const body = "card=4111111111111111&expiry=12/30&cvv=123"
  expect((await ask(page, { method: "POST", headers, body })).status).toBe(302)
})

test("nobody may put a page of the sandbox into a frame, but for the widget's", async () => {
  await shop.create("framed")
  const pages = [
    "/",
    "/switches",
    "/contract",
    "/nothing",
    "/payments/nobody/nothing",
    "/3ds/nobody",
  ]
  for (const path of [...pages, `/payments/${LOGIN}/framed`])
    expect((await ask(path)).headers["content-security-policy"]).toContain("frame-ancestors 'none'")
})

const refusesForeign = async (name: string, from: string) => {
  const headers = { host: `${name}:4010`, origin: `https://${name}` }
  expect((await ask("/sandbox/payments", { headers }, from)).status).toBe(200)
  for (const other of [`x${name}`, `${name}.evil.example`]) {
    const named = { ...headers, host: other }
    const asking = { ...headers, origin: `https://${other}` }
    expect((await ask("/sandbox/payments", { headers: named }, from)).status).toBe(403)
    expect((await ask("/sandbox/payments", { headers: asking }, from)).status).toBe(403)
  }
}

test("a name that was allowed is the sandbox's own", async () => {
  await refusesForeign("sandbox", shop.sandbox.url)
})

test("the address that browsers know it by is the sandbox's own", async () => {
  const once = await startSandbox()
  await once.close()
  const port = Number(new URL(once.url).port)
  const known = await startSandbox({ port, publicUrl: "https://Pay.Shop.test/" })
  try {
    await refusesForeign("pay.shop.test", once.url)
  } finally {
    await known.close()
  }
})
