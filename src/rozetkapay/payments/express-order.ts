import { z } from "zod"
import { maskCardNumbers } from "../wire/mask-card-numbers"
import { text } from "../wire/readers"

/**
 * What the buyer of an express payment chose on RozetkaPay's page. The document names the fields flat;
 * answers about a payment on delivery nest some of them (`city.cityName`, `street.name`).
 *
 * @see https://cdn.rozetkapay.com/public-docs/index.html#operation/paymentInfo (ExpressCheckoutDeliveryDetails)
 */
export type ExpressOrder = {
  delivery: {
    /** "nova_poshta"; Rozetka's own word for itself is not published. */
    provider: string | null
    /** W: a branch, P: a locker, D: a courier; the list is open. */
    deliveryType: string | null
    city: string | null
    street: string | null
    house: string | null
    apartment: string | null
    warehouse: string | null
  }
  recipient: ExpressPerson
  /** Who pays; perhaps another than who gets the parcel. */
  customer: ExpressPerson
  /** `delivery_details` as it came but for card numbers, for whoever sends the parcel. */
  wire: Record<string, unknown>
}

export type ExpressPerson = {
  firstName: string | null
  lastName: string | null
  patronym: string | null
  phone: string | null
  email: string | null
}

type Fields = Record<string, unknown>

const fields = z.record(z.string(), z.unknown()).catch({})

/** Deeper than anything that is read of it. */
const DEEPEST = 8

/** People type anything into a form; what came goes into the store's rows. */
const masked = (value: unknown, depth = 0): unknown => {
  if (typeof value === "string") return maskCardNumbers(value)
  if (typeof value === "number") {
    const written = maskCardNumbers(String(value))
    return written === String(value) ? value : written
  }
  if (typeof value !== "object" || value === null) return value
  if (depth >= DEEPEST) return null
  if (Array.isArray(value)) return value.map((inner: unknown) => masked(inner, depth + 1))
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [maskCardNumbers(key), masked(inner, depth + 1)]),
  )
}

/** An object of a field's own says its name under one of these. */
const NAMES = ["name", "title", "number", "value", "description"]

const wordIn = (of: Fields, ...keys: string[]): string | null => {
  for (const key of keys) {
    const word = plainWord(of[key]) ?? nestedWord(of[key], key)
    if (word !== null) return word
  }
  return null
}

const plainWord = (value: unknown): string | null => {
  const written = Number.isSafeInteger(value) ? String(value) : value
  return text.parse(typeof written === "string" ? written.trim() : written)
}

const nestedWord = (value: unknown, key: string): string | null => {
  const inner = fields.parse(value)
  const found = [`${key}Name`, `${key}_name`, ...NAMES].map((name) => plainWord(inner[name]))
  return found.find((word) => word !== null) ?? null
}

const personIn = (value: unknown): ExpressPerson => {
  const of = fields.parse(value)
  return {
    firstName: wordIn(of, "first_name", "name"),
    lastName: wordIn(of, "last_name", "surname"),
    patronym: wordIn(of, "patronym", "middle_name"),
    phone: wordIn(of, "phone"),
    email: wordIn(of, "email"),
  }
}

const deliveryIn = (of: Fields): ExpressOrder["delivery"] => ({
  provider: wordIn(of, "provider"),
  deliveryType: wordIn(of, "delivery_type"),
  city: wordIn(of, "city"),
  street: wordIn(of, "street"),
  house: wordIn(of, "house"),
  apartment: wordIn(of, "apartment", "flat"),
  warehouse: wordIn(of, "warehouse_number", "warehouse"),
})

/** Null when a callback, or `info`, tells of no delivery. */
export const expressOrderIn = (body: unknown): ExpressOrder | null => {
  const of = fields.parse(body)
  const wire = fields.parse(masked(of.delivery_details))
  if (Object.keys(wire).length === 0) return null
  return {
    delivery: deliveryIn(wire),
    recipient: personIn(masked(of.order_recipient)),
    customer: personIn(masked(of.customer)),
    wire,
  }
}
