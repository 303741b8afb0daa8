import { createHash, createHmac } from "node:crypto"
import fc from "fast-check"
import { credentialHeaders, hmacOf, sha1Of } from "../transport/request-signing"
import { KEYS, withLegacyGateway } from "./legacy-shop"

const DATA = '{"name":"Joe","age":20}'

test("the document's HMAC-SHA1 example", () => {
  expect(hmacOf("changeme", DATA)).toBe("48731878acbb41e6ee70eac5f1e6f8b8031f9484")
})

test("the document's SHA1 example", () => {
  expect(sha1Of("changeme", DATA)).toBe("8c8a2929897286196bb906216379f84c9ec17573")
})

test("unsigned requests carry key and secret, signed ones never the secret", () => {
  expect(credentialHeaders(KEYS, "plain", DATA)).toEqual({
    "X-API-AUTH": `CPAY ${KEYS.apiKey}:${KEYS.apiSecret}`,
    "X-API-KEY": KEYS.endpointsKey,
  })
  for (const way of ["hmac", "sha1"] as const) {
    expect(JSON.stringify(credentialHeaders(KEYS, way, DATA))).not.toContain(KEYS.apiSecret)
  }
})

const ways = [
  ["hmac", "CPAY-HMAC", (b: string) => createHmac("sha1", KEYS.apiSecret).update(b).digest("hex")],
  [
    "sha1",
    "CPAY-SHA1",
    (b: string) =>
      createHash("sha1")
        .update(KEYS.apiSecret + b + KEYS.apiSecret)
        .digest("hex"),
  ],
] as const

test.each(
  ways,
)("%s signs the very bytes that are sent, and an empty body of a GET", async (authentication, scheme, sign) => {
  await withLegacyGateway(
    [{ body: { operation_id: "1", status: "success" } }, { body: [] }],
    async (client, { requests }) => {
      await client.refund({ orderId: "замовлення", currency: "UAH", amount: "10.50" })
      await client.orderTransactions("1")
      expect(requests).toHaveLength(2)
      for (const { headers, body } of requests) {
        expect(headers["x-api-auth"]).toBe(`${scheme} ${KEYS.apiKey}:${sign(body)}`)
        expect(headers["x-api-key"]).toBe(KEYS.endpointsKey)
        expect(headers.authorization).toBeUndefined()
      }
    },
    { authentication },
  )
})

test("HMAC is the default", async () => {
  await withLegacyGateway([{ body: [] }], async (client, { requests }) => {
    await client.orderTransactions("1")
    expect(requests[0]?.headers["x-api-auth"]).toMatch(/^CPAY-HMAC /)
  })
})

test("another body or another secret always signs differently", () => {
  const two = fc.uniqueArray(fc.string({ unit: "binary" }), { minLength: 2, maxLength: 2 })
  fc.assert(
    fc.property(
      two,
      fc.string({ minLength: 1, maxLength: 60 }),
      ([one = "", other = ""], secret) => {
        expect(hmacOf(secret, one)).not.toBe(hmacOf(secret, other))
        expect(sha1Of(secret, one)).not.toBe(sha1Of(secret, other))
        expect(sha1Of(one, secret)).not.toBe(sha1Of(other, secret))
      },
    ),
  )
})
