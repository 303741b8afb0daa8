import { once } from "node:events"
import { createServer, type RequestListener, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { asValue } from "@medusajs/framework/awilix"
import { createMedusaContainer } from "@medusajs/framework/utils"
import { answerToOwnCall, isOwnMachine, tryToReach } from "../reachability"

const PROVIDER = "pp_rozetkapay_rozetkapay"

/** A store, as far as its secret is concerned. */
const storeOf = (jwtSecret: string) => {
  const container = createMedusaContainer()
  container.register("configModule", asValue({ projectConfig: { http: { jwtSecret } } }))
  return container
}
const OURS = storeOf("ours")

let server: Server | undefined
afterEach(() => server?.close())

const listening = async (answer: RequestListener): Promise<string> => {
  server = createServer(answer).listen(0, "127.0.0.1")
  await once(server, "listening")
  const { port } = server.address() as AddressInfo
  return `http://127.0.0.1:${port}/hooks/rozetkapay/${PROVIDER}`
}

const asStore =
  (container: ReturnType<typeof storeOf>): RequestListener =>
  (request, response) => {
    const own = answerToOwnCall(container, PROVIDER, request.headers)
    response.statusCode = own ? 200 : 401
    response.end(JSON.stringify(own ?? { type: "unauthorized", code: "wrong_signature" }))
  }

describe("a store that calls itself", () => {
  test("knows its own answer", async () => {
    const url = await listening(asStore(OURS))
    expect(await tryToReach(OURS, PROVIDER, url)).toEqual({
      is: "reached",
      milliseconds: expect.any(Number),
      message: null,
    })
  })

  test("knows another store's answer for another's", async () => {
    const url = await listening(asStore(storeOf("theirs")))
    expect(await tryToReach(OURS, PROVIDER, url)).toMatchObject({
      is: "answered_by_another",
      message: "Another store with this plugin answers there (HTTP 401).",
    })
  })

  test.each([
    [404, "answered_by_another", "Something else answers there (HTTP 404)."],
    [200, "answered_by_another", "Something else answers there (HTTP 200)."],
    [502, "not_reached", "A proxy answers for a server that does not (HTTP 502)."],
  ])("says who answers with %s", async (status, is, message) => {
    const url = await listening((request, response) => {
      response.statusCode = status
      // Whoever only repeats what it was asked is not the store.
      response.end(JSON.stringify({ reached: request.headers["x-rozetkapay-reachability"] }))
    })
    expect(await tryToReach(OURS, PROVIDER, url)).toMatchObject({ is, message })
  })

  test("follows nobody to another address", async () => {
    const asked: string[] = []
    const url = await listening((request, response) => {
      asked.push(request.url ?? "")
      response.writeHead(302, { location: "/elsewhere" }).end()
    })
    expect(await tryToReach(OURS, PROVIDER, url)).toMatchObject({
      is: "answered_by_another",
      message: expect.stringContaining("HTTP 302"),
    })
    expect(asked).toHaveLength(1)
  })

  test("reads no endless answer", async () => {
    const url = await listening((_, response) => {
      const more = () => {
        while (response.write("x".repeat(65_536))) if (response.destroyed) return
      }
      response.on("drain", more)
      response.on("error", () => undefined)
      more()
    })
    expect(await tryToReach(OURS, PROVIDER, url)).toMatchObject({ is: "answered_by_another" })
  })

  test("says so when nobody answers", async () => {
    const url = await listening(() => undefined)
    server?.close()
    await once(server ?? createServer(), "close")
    expect(await tryToReach(OURS, PROVIDER, url)).toEqual({
      is: "not_reached",
      milliseconds: null,
      message: "No connection (ECONNREFUSED).",
    })
  })

  test("answers nobody else's question", () => {
    for (const header of [undefined, "", "nonce", "nonce.", "nonce.0123", ".".repeat(80)]) {
      expect(answerToOwnCall(OURS, PROVIDER, { "x-rozetkapay-reachability": header })).toBeNull()
    }
  })

  test.each([
    ["http://localhost:9000/hooks", true],
    ["http://127.0.0.1:9000", true],
    ["http://[::1]:9000", true],
    ["https://shop.example.com", false],
  ])("knows an address of its own machine: %s", (url, own) => {
    expect(isOwnMachine(url)).toBe(own)
  })
})
