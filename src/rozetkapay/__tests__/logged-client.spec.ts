import { inspect } from "node:util"
import { RozetkaPayClient } from "../../rozetkapay"
import { LegacyRozetkaPayClient } from "../../rozetkapay-legacy"

const SECRETS = ["the-password", "the-api-secret", "the-endpoints-key"]

describe.each([
  ["the current API", new RozetkaPayClient({ login: "shop", password: "the-password" })],
  [
    "the legacy API",
    new LegacyRozetkaPayClient({
      posId: "dc728de1-51ef-4ef1-80f7-3b44b07b5667",
      apiKey: "key",
      apiSecret: "the-api-secret",
      endpointsKey: "the-endpoints-key",
    }),
  ],
])("a client of %s that a store's own code logs", (_, client) => {
  test.each([
    ["by console.log", () => inspect(client)],
    ["in full", () => inspect(client, { depth: null, showHidden: true })],
    ["as JSON", () => JSON.stringify(client)],
  ])("shows no key when it is written %s", (_how, written) => {
    const text = written()
    expect(text).toContain("transport")
    for (const secret of SECRETS) {
      expect(text).not.toContain(secret)
      expect(text).not.toContain(Buffer.from(`shop:${secret}`).toString("base64"))
    }
  })
})
