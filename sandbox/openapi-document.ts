import { existsSync, readFileSync } from "node:fs"
import { dirname, join, resolve } from "node:path"
import { z } from "zod"

/**
 * Where RozetkaPay's OpenAPI document is: the option, else ROZETKAPAY_OPENAPI, else the one that
 * lies beside the repository. Throws one clear sentence when a named file is not there.
 */
export function locateDocument(option: string | undefined): string | null {
  const named = option ?? process.env.ROZETKAPAY_OPENAPI
  if (named) {
    const path = resolve(named)
    if (existsSync(path)) return path
    throw new Error(`The sandbox was told to check against ${path}, and there is no such file`)
  }
  const beside = join(packageRoot(__dirname), "../shared/rozetkapay/openapi.json")
  return existsSync(beside) ? beside : null
}

const packageRoot = (from: string): string =>
  existsSync(join(from, "package.json")) || dirname(from) === from
    ? from
    : packageRoot(dirname(from))

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

const json: z.ZodType<Json> = z.json()

export const readDocument = (path: string): Json =>
  json.parse(JSON.parse(readFileSync(path, "utf8")))

/**
 * The document says things that the living gateway does not do. Every deviation of ours is here,
 * and nowhere else:
 * 1. `customer.payment_method` is marked required for every mode; hosted works without it.
 *    Adding a card to the wallet is alike: its schema requires `payment_method`, its words only
 *    in direct mode.
 * 2. Requests: the widget's `expires_at` has no time zone, so it is no RFC 3339 date-time.
 * 3. Answers: any field may be null (`details`, `action`, `receipt_url`, `customer`, …), which
 *    the document never says.
 * 4. Answers: amounts are declared strings; numbers have been seen too.
 */
export const asRequestsAre = (document: Json): Json =>
  mapObjects(document, (node) => {
    if (node.format === "date-time" && node.type === "string") return { type: "string" }
    const { required } = node
    if (!Array.isArray(required) || !required.includes("payment_method")) return node
    const properties = node.properties
    const isOptional =
      typeof properties === "object" &&
      properties !== null &&
      ("color_mode" in properties || "make_default" in properties)
    return isOptional
      ? { ...node, required: required.filter((field) => field !== "payment_method") }
      : node
  })

export const asAnswersAre = (document: Json): Json =>
  mapObjects(document, (node) => {
    if (node.format === "decimal" && node.type === "string")
      return { ...node, type: ["string", "number"] }
    const { properties } = node
    if (typeof properties !== "object" || properties === null || Array.isArray(properties))
      return node
    const nullable = Object.entries(properties).map(([name, schema]): [string, Json] => [
      name,
      { anyOf: [schema, { type: "null" }] },
    ])
    return { ...node, properties: Object.fromEntries(nullable) }
  })

type JsonObject = { [key: string]: Json }

function mapObjects(node: Json, change: (object: JsonObject) => JsonObject): Json {
  if (Array.isArray(node)) return node.map((one) => mapObjects(one, change))
  if (typeof node !== "object" || node === null) return node
  const inner = Object.entries(node).map(([key, value]): [string, Json] => [
    key,
    mapObjects(value, change),
  ])
  return change(Object.fromEntries(inner))
}
