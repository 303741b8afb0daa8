import { gzipSync } from "node:zlib"
import fc from "fast-check"
import { signature } from "../drivers/callback-signer"
import { MERCHANT } from "../setup/store"
import type { RawRequest } from "./raw-request"

const text = (value: string) => Buffer.from(value)
const json = (value: unknown) => text(JSON.stringify(value))

/** Far above the 256 KB that the route takes. */
const MEGABYTE = 1024 * 1024

const anyJson = fc.jsonValue({ maxDepth: 4 })
const oddText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.constantFrom(
    "",
    "\u0000",
    "a\u0000b",
    "\ud800",
    "'; drop table payment; --",
    "{{7*7}}",
    "../../etc/passwd",
    "%00",
    "\u202e",
    "a".repeat(5_000),
  ),
)
const oddNumber = fc.constantFrom(
  "1e400",
  "-0",
  "1E-400",
  "99999999999999999999999999999999",
  "0.1000000000000000055511151231257827",
  "1319.990000000000000000001",
  "-1319.99",
)
const odd = fc.oneof(
  oddText.map((value) => JSON.stringify(value)),
  oddNumber,
  anyJson.map((value) => JSON.stringify(value)),
  fc.constantFrom("null", "true", "[]", "{}", '{"__proto__":{"polluted":true}}', '"NaN"'),
)

/** Fields of a genuine callback; each may be replaced, left out or given twice. */
const FIELDS = ["id", "project_id", "is_success", "operation", "receipt_url", "action", "customer"]
/** Without a readable status nothing is true of a payment, whoever signed it. */
const DETAILS = ["amount", "currency", "method", "operation_id", "metadata", "created_at", "fee"]
const noStatus = fc.constantFrom("null", "1", "[]", '"paid"', '"SUCCESS "', '"\\u0000"', "{}")

/** A callback in the gateway's words in which nearly nothing has its right type. */
const wronglyTyped = (knownIds: string[]) =>
  fc
    .record({
      external_id: fc.oneof(
        odd,
        fc.constantFrom(...knownIds).map((id) => JSON.stringify(id)),
      ),
      fields: fc.array(fc.tuple(fc.constantFrom(...FIELDS), odd), { maxLength: 6 }),
      status: noStatus,
      details: fc.array(fc.tuple(fc.constantFrom(...DETAILS), odd), { maxLength: 6 }),
    })
    .map(({ external_id, fields, status, details }) => {
      const write = (pairs: [string, string][]) =>
        pairs.map(([name, value]) => `${JSON.stringify(name)}:${value}`).join(",")
      const inner = write([["status", status], ...details])
      return text(`{${write([["external_id", external_id], ...fields])},"details":{${inner}}}`)
    })

const nested = fc
  .tuple(
    fc.constantFrom(10, 500, 5_000, 60_000),
    fc.constantFrom(["[", "]"], ['{"a":', "}"], ['{"details":', "}"], ['{"metadata":[', "]}"]),
    fc.boolean(),
  )
  .map(([depth, [open, close], isClosed]) => {
    const fits = Math.min(depth, Math.floor(200_000 / (open + close).length))
    return text(`${open.repeat(fits)}1${isClosed ? close.repeat(fits) : ""}`)
  })

const oversized = fc
  .tuple(fc.constantFrom(256 * 1024 + 1, MEGABYTE, 3 * MEGABYTE), fc.constantFrom(" ", "[", "a"))
  .map(([length, fill]) => Buffer.alloc(length, fill))

const GENUINE = {
  id: "18446744073709551617",
  external_id: "payses_01ARZ3NDEKTSV4RRFFQ69G5FAV",
  operation: "payment",
  is_success: true,
  details: {
    amount: "1319.99",
    currency: "UAH",
    status: "success",
    status_code: "transaction_successful",
    operation_id: "2bc02e4f-6bd3-4c21-a9d4-6a6b5e6d7c11",
    transaction_id: "18446744073709551618",
  },
}

/** A genuine callback, but not in the bytes that it should be in. */
const wronglyEncoded = fc
  .tuple(
    fc.constantFrom("utf16le", "latin1", "base64", "hex", "bom", "cut", "gzip", "dirt"),
    fc.nat(150),
  )
  .map(([how, at]) => {
    const whole = json(GENUINE)
    switch (how) {
      case "utf16le":
        return Buffer.from(whole.toString(), "utf16le")
      case "base64":
      case "hex":
        return text(whole.toString(how))
      case "bom":
        return Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), whole])
      case "cut":
        return whole.subarray(0, at)
      case "gzip":
        return gzipSync(whole)
      case "dirt":
        return Buffer.concat([
          whole.subarray(0, at),
          Buffer.from([0xff, 0xfe, 0x00]),
          whole.subarray(at),
        ])
      default:
        return Buffer.from(whole.toString().replace("payment", "paiément"), "latin1")
    }
  })

const bodies = (knownIds: string[]): fc.Arbitrary<Buffer> =>
  fc.oneof(
    { weight: 5, arbitrary: wronglyTyped(knownIds) },
    { weight: 2, arbitrary: anyJson.map(json) },
    { weight: 2, arbitrary: fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes)) },
    { weight: 2, arbitrary: wronglyEncoded },
    { weight: 1, arbitrary: nested },
    { weight: 1, arbitrary: oversized },
    {
      weight: 1,
      arbitrary: fc.constantFrom("", " ", "{", "[]", "null", '"', "NaN", "0").map(text),
    },
  )

const CONTENT_TYPES = [
  "application/json",
  "application/json; charset=utf-16",
  "application/json; charset=nonsense",
  "application/x-www-form-urlencoded",
  "multipart/form-data; boundary=x",
  "text/plain",
  "nonsense",
  "",
]
const ENCODINGS = ["gzip", "deflate", "br", "identity", "nonsense"]

const latin = fc
  .array(
    fc.integer({ min: 0x20, max: 0xff }).filter((code) => code !== 0x7f),
    { maxLength: 60 },
  )
  .map((codes) => String.fromCharCode(...codes))

type Signing = "right" | "right, standard alphabet" | "wrong" | "missing"

/** A request to the callback route, and whether its signature is right. */
export type Malformed = { request: RawRequest; isGenuine: boolean; isKnownProvider: boolean }

export const malformedCallbacks = (knownIds: string[]): fc.Arbitrary<Malformed> =>
  fc
    .record({
      body: bodies(knownIds),
      provider: fc.oneof(
        { weight: 12, arbitrary: fc.constantFrom("rozetkapay", "hold") },
        {
          weight: 1,
          arbitrary: fc.constantFrom(
            "nobody",
            "__proto__",
            "constructor",
            "%00",
            "x".repeat(3_000),
          ),
        },
      ),
      signing: fc.constantFrom<Signing>(
        "right",
        "right, standard alphabet",
        "wrong",
        "wrong",
        "missing",
      ),
      wrong: fc.oneof(
        latin,
        fc.constantFrom("", "=", "a".repeat(6_000), "AAAAAAAAAAAAAAAAAAAAAAAAAAA="),
        fc.constant<string[]>(["one", "two"]),
      ),
      type: fc.constantFrom(...CONTENT_TYPES),
      encoding: fc.option(fc.constantFrom(...ENCODINGS), { freq: 8 }),
      others: fc.dictionary(fc.stringMatching(/^x-[a-z]{1,8}$/), latin, { maxKeys: 3 }),
    })
    .map(({ body, provider, signing, wrong, type, encoding, others }): Malformed => {
      const isGenuine = signing.startsWith("right")
      const alphabet = signing === "right" ? "urlsafe" : "standard"
      const given: string | string[] = isGenuine
        ? signature(body, MERCHANT.password, alphabet)
        : wrong
      const headers: RawRequest["headers"] = { ...others, "content-type": type }
      if (encoding !== null) headers["content-encoding"] = encoding
      if (signing !== "missing") headers["x-rozetkapay-signature"] = given
      return {
        isGenuine,
        isKnownProvider: provider === "rozetkapay" || provider === "hold",
        request: { method: "POST", path: `/hooks/rozetkapay/${provider}`, headers, body },
      }
    })

/** A browser that comes back to an address that nobody gave it. */
export const malformedReturns = (knownIds: string[]): fc.Arbitrary<RawRequest> =>
  fc
    .record({
      page: fc.constantFrom("return", "waiting"),
      provider: fc.constantFrom("rozetkapay", "hold", "nobody", "__proto__", "%00"),
      session: fc.oneof(
        oddText.map((value) => encodeURIComponent(Buffer.from(value).toString())),
        fc.constantFrom(...knownIds),
        fc.constantFrom("%00", "payses_%00", "%2e%2e%2f", "a".repeat(4_000)),
      ),
      query: fc.constantFrom(
        "",
        "?n=-1",
        "?n[]=1",
        "?n=1e9",
        "?n[__proto__]=1",
        "?%E0%A4%A",
        "?n=%00",
      ),
      accept: fc.constantFrom("text/html", "application/json", "*/*", "nonsense", ""),
      language: fc.oneof(fc.constantFrom("uk", "en;q=0.1", "*"), latin),
    })
    .map(({ page, provider, session, query, accept, language }) => ({
      method: "GET" as const,
      path: `/hooks/rozetkapay/${provider}/${page}/${session}${query}`,
      headers: { accept, "accept-language": language },
    }))
