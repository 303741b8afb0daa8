import { existsSync, readFileSync } from "node:fs"
import { resolve } from "node:path"
import { z } from "zod"
import { besideRepository } from "./beside-repository"

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
  const beside = besideRepository("openapi.json")
  return existsSync(beside) ? beside : null
}

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
 * 2. Adding a card to the wallet: the `expires_at` that the widget hands out has no time zone, nor
 *    has the document's own example, so it is no RFC 3339 date-time. It may leave the zone out.
 * 3. Answers: any field may be null (`details`, `action`, `receipt_url`, `customer`, …), which
 *    the document never says.
 * 4. Answers: amounts are declared strings; numbers have been seen too. In the instalments API's
 *    details it is the other way round.
 * 5. Answers: the instalments API's description names a code that its list lacks, and `created`
 *    has been seen as the state of an order that waits for the customer.
 * 6. Answers: an express order that is paid for on delivery has the code
 *    `order_with_postpayment_confirmed`, which is in no list, and its `delivery_details` have
 *    objects where the document has texts (`city.cityName`, `street.name`, `warehouse_number.name`).
 * 7. Callbacks of an express order tell `delivery_details` and `order_recipient`; the document
 *    knows them of `info` only. The recipient's names come as `first_name` and `patronym` as well.
 * 8. Answers: `details.method` of an alternative payment knows `create` only, and its refunds are
 *    told of in the same shape; `refund` stands there.
 */
export const asRequestsAre = (document: Json): Json =>
  mapObjects(document, (node) => {
    const { required, properties } = node
    if (!isObject(properties)) return node
    if ("mask" in properties && isObject(properties.expires_at)) {
      const { format: _, ...rest } = properties.expires_at
      return { ...node, properties: { ...properties, expires_at: { ...rest, pattern: MOMENT } } }
    }
    if (!Array.isArray(required) || !required.includes("payment_method")) return node
    return "color_mode" in properties || "make_default" in properties
      ? { ...node, required: required.filter((field) => field !== "payment_method") }
      : node
  })

const DAY = String.raw`\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])`
const TIME = String.raw`([01]\d|2[0-3]):[0-5]\d`
/** RFC 3339, but that the zone may be missing. */
const MOMENT = String.raw`^${DAY}T${TIME}:[0-5]\d(\.\d+)?(Z|[+-]${TIME})?$`

export const asAnswersAre = (document: Json): Json =>
  mapObjects(document, (node) => {
    if (node.format === "decimal" && node.type === "string")
      return { ...node, type: ["string", "number"] }
    if (Array.isArray(node.enum)) return withUnlisted(node, node.enum)
    if (!isObject(node.properties)) return node
    const properties = withExpressOrder(node.properties)
    const wider: JsonObject =
      "bank_key" in properties
        ? { ...properties, amount: { type: ["number", "string"] } }
        : properties
    const nullable = Object.entries(wider).map(([name, schema]): [string, Json] => [
      name,
      { anyOf: [schema, { type: "null" }] },
    ])
    return { ...node, properties: Object.fromEntries(nullable) }
  })

/** Deviations 6 and 7. */
function withExpressOrder(properties: JsonObject): JsonObject {
  if ("is_success" in properties && "receipt_url" in properties)
    return {
      ...properties,
      delivery_details: { $ref: "#/components/schemas/ExpressCheckoutDeliveryDetails" },
      order_recipient: { $ref: "#/components/schemas/ExpressCheckoutRecipient" },
    }
  if ("delivery_type" in properties && "warehouse_number" in properties)
    return {
      ...properties,
      ...Object.fromEntries(NESTED.map(([name, field]) => [name, inOne(field)])),
    }
  return "middle_name" in properties
    ? { ...properties, first_name: { type: "string" }, patronym: { type: "string" } }
    : properties
}

const NESTED = [
  ["city", "cityName"],
  ["street", "name"],
  ["warehouse_number", "name"],
] as const

const inOne = (field: string): Json => ({
  anyOf: [
    { type: "string" },
    { type: "object", required: [field], properties: { [field]: { type: "string" } } },
  ],
})

const withUnlisted = (node: JsonObject, listed: Json[]): JsonObject => {
  if (listed.length === 1 && listed[0] === "create") return { ...node, enum: [...listed, "refund"] }
  if (listed.includes("init") && listed.includes("failure"))
    return { ...node, enum: [...listed, "created"] }
  return listed.includes("wrong_payparts_period")
    ? {
        ...node,
        enum: [
          ...listed,
          "wrong_installment_period",
          "created",
          "order_with_postpayment_confirmed",
        ],
      }
    : node
}

type JsonObject = { [key: string]: Json }

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value)

function mapObjects(node: Json, change: (object: JsonObject) => JsonObject): Json {
  if (Array.isArray(node)) return node.map((one) => mapObjects(one, change))
  if (!isObject(node)) return node
  const inner = Object.entries(node).map(([key, value]): [string, Json] => [
    key,
    mapObjects(value, change),
  ])
  return change(Object.fromEntries(inner))
}
