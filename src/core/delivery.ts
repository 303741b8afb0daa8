import { z } from "zod"

/**
 * Whom an order goes to and where, as a buyer told the gateway and nobody else. Every text is checked
 * and cut before it comes here: it goes into the store's rows.
 */
export type Delivery = {
  firstName: string | null
  lastName: string | null
  patronym: string | null
  /** "+380501234567" */
  phone: string | null
  email: string | null
  /** The carrier's name as the gateway writes it: "nova_poshta". */
  carrier: string | null
  /** "W" a branch, "P" a locker, "D" a courier; the list is open. */
  kind: string | null
  city: string | null
  /** Of a branch or a locker: its number, or its name. */
  branch: string | null
  street: string | null
  house: string | null
  apartment: string | null
  /** All that the gateway told of the delivery, for whoever sends the parcel. */
  details: DeliveryDetails
}

export type DeliveryDetails = { [key: string]: Plain }
type Plain = string | number | boolean | null | Plain[] | { [key: string]: Plain }

/** A delivery as it was told, in words that nobody has checked yet. */
export type ToldDelivery = { [Field in keyof Omit<Delivery, "details">]: string | null } & {
  details: unknown
}

/** Characters, as people count them. */
const LONGEST = { name: 100, city: 100, word: 60, branch: 150, street: 150, email: 254 }

/**
 * What of it may be written into rows.
 *
 * @returns null when it does not say where to send it, or to whom: nothing is sent on a guess.
 */
export const deliveryOf = (told: ToldDelivery): Delivery | null => {
  const delivery: Delivery = {
    firstName: cleanText(told.firstName, LONGEST.name),
    lastName: cleanText(told.lastName, LONGEST.name),
    patronym: cleanText(told.patronym, LONGEST.name),
    phone: phoneOf(told.phone),
    email: emailOf(told.email),
    carrier: cleanText(told.carrier, LONGEST.word),
    kind: cleanText(told.kind, LONGEST.word),
    city: cleanText(told.city, LONGEST.city),
    branch: cleanText(told.branch, LONGEST.branch),
    street: cleanText(told.street, LONGEST.street),
    house: cleanText(told.house, LONGEST.word),
    apartment: cleanText(told.apartment, LONGEST.word),
    details: boundedDetails(told.details),
  }
  const { firstName, lastName, phone, city, branch, street } = delivery
  const isToSomebody = [firstName, lastName, phone].some((word) => word !== null)
  const isSomewhere = [city, branch, street].some((word) => word !== null)
  return isToSomebody && isSomewhere ? delivery : null
}

/** One line without what can't be seen and without what a page could take for its own markup. */
export const cleanText = (text: string | null, longest: number): string | null => {
  const plain = (text ?? "")
    .normalize("NFC")
    .replace(/[\p{C}\p{Zl}\p{Zp}<>]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim()
  return [...plain].slice(0, longest).join("").trim() || null
}

/** Ukrainians write their numbers in three ways, and mean one: "0501234567", "380501234567", "80501234567". */
const phoneOf = (text: string | null): string | null => {
  const digits = (text ?? "").replace(/\D/g, "")
  if (/^0\d{9}$/.test(digits)) return `+38${digits}`
  if (/^80\d{9}$/.test(digits)) return `+3${digits}`
  return /^\d{9,15}$/.test(digits) ? `+${digits}` : null
}

const emailOf = (text: string | null): string | null => {
  const plain = text?.trim().toLowerCase() ?? ""
  return plain.length <= LONGEST.email ? (z.email().safeParse(plain).data ?? null) : null
}

/** What a carrier's branch with its schedule has, and more. */
const MOST_VALUES = 60
const DEEPEST = 4
const LONGEST_VALUE = 250
const NOT_KEYS = ["__proto__", "constructor", "prototype"]

const record = z.record(z.string(), z.unknown())

/** A structure of the gateway's that is never larger than a row should be. */
const boundedDetails = (told: unknown): DeliveryDetails => {
  let left = MOST_VALUES
  const entriesOf = (value: Record<string, unknown>, depth: number): DeliveryDetails => {
    const kept: DeliveryDetails = {}
    for (const [name, inner] of Object.entries(value)) {
      const key = cleanText(name, LONGEST.word)
      if (key === null || NOT_KEYS.includes(key) || left <= 0) continue
      left -= 1
      kept[key] = plainOf(inner, depth + 1)
    }
    return kept
  }
  const plainOf = (value: unknown, depth: number): Plain => {
    switch (typeof value) {
      case "string":
        return cleanText(value, LONGEST_VALUE)
      case "boolean":
        return value
      case "number":
        return Number.isFinite(value) ? value : null
      default:
        break
    }
    if (depth >= DEEPEST) return null
    if (Array.isArray(value)) {
      return value.slice(0, Math.max(0, left)).map((inner: unknown) => {
        left -= 1
        return plainOf(inner, depth + 1)
      })
    }
    const of = record.safeParse(value).data
    return of ? entriesOf(of, depth) : null
  }
  return entriesOf(record.safeParse(told).data ?? {}, 0)
}
