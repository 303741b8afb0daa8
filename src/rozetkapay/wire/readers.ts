import { z } from "zod"
import { camelKeys } from "./camel-case"
import { maskCardNumbers } from "./mask-card-numbers"

/**
 * Readers for optional places of the gateway's answers. The API is wider than its document, so a
 * value of an unexpected type becomes null ("not in the answer") instead of failing the whole body.
 */

/** As it came: for addresses, times, tokens, masks and what is our own. Never for what people read. */
export const exactText = z
  .unknown()
  .transform((value) => (typeof value === "string" && value !== "" ? value : null))

/** An address that a page may link to. */
export const webUrl = exactText.transform((value) =>
  value !== null && /^https?:\/\//i.test(value) && URL.canParse(value) ? value : null,
)

/** What any of the gateway's texts has, and more: the rest is cut off. */
const LONGEST = 2000

/**
 * The gateway's words, from here on without card numbers: they go into logs, events, errors and to
 * people, and no place behind this one looks for card numbers again.
 */
export const text = exactText.transform((value) => (value === null ? null : readable(value)))

function readable(value: string): string {
  // What is cut in the middle of a number would not look like one any more: cut at a word.
  const whole = value.length > LONGEST ? value.slice(0, LONGEST).replace(/[^\p{L}]*$/u, "…") : value
  return maskCardNumbers(whole)
}

/** Ids exceed 2^53. As JSON numbers such ids have lost digits by now, and a wrong id is worse than none. */
export const id = z.unknown().transform((value) => {
  if (Number.isSafeInteger(value)) {
    return String(value)
  }
  return typeof value === "string" && value !== "" ? value : null
})

/** The gateway's name of an outcome, a number in some answers; a word of the gateway's, as `text`. */
export const code = id.transform((value) => (value === null ? null : readable(value)))

/** Only what says so is so. */
export const yes = z.unknown().transform((value) => value === true)

export const flag = z.unknown().transform((value) => (typeof value === "boolean" ? value : null))

/** Amounts come as decimal strings and sometimes as JSON numbers. */
export const decimal = z.unknown().transform(readDecimal)

/** What the merchant has put there, echoed under its own keys. What is no text was not. */
export const texts = z
  .record(z.string(), z.unknown())
  .catch({})
  .transform((entries): Record<string, string> => {
    const own = Object.entries(entries).filter(
      (entry): entry is [string, string] => typeof entry[1] === "string",
    )
    return Object.fromEntries(own)
  })

/** An object of the gateway's: declared in the document's words, read into the client's. */
export const fromWire = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.object(shape).transform((wire) => camelKeys(wire))

/** The same, or null for anything else. */
export const fromWireOrNull = <Shape extends z.ZodRawShape>(shape: Shape) =>
  fromWire(shape).nullable().catch(null)

/** A list without what can not be read; empty for what is no list (null, or absent). */
export const listOf = <Item extends z.ZodType>(item: Item) =>
  z
    .array(item.nullable().catch(null))
    .catch([])
    .transform((items) => items.filter((one) => one !== null))

/** The same of what may also come as the one thing itself. */
export const listOrOneOf = <Item extends z.ZodType>(item: Item) =>
  z
    .unknown()
    .transform((value) => (Array.isArray(value) ? value : [value]))
    .pipe(listOf(item))

/**
 * Every field of an answer is optional, so that a new or missing one breaks nothing. A body with not
 * one of the fields that make the answer what it is, is no such answer at all.
 */
export const carriesAnyOf = (fields: string[]) =>
  z
    .record(z.string(), z.unknown())
    .refine((body) => fields.some((field) => body[field] !== undefined && body[field] !== null), {
      error: "none of the answer's fields is there",
    })

/**
 * A plain decimal without needless zeros: "100.00" and 100 are "100"; null for anything else.
 *
 * A JSON number of up to 15 significant digits comes out exactly as it was written, because the
 * shortest text that reads back as the same float is then that very text. Numbers beyond the safe
 * integers are refused (null): their digits are lost.
 */
export function readDecimal(value: unknown): string | null {
  if (typeof value === "number") {
    return Math.abs(value) <= Number.MAX_SAFE_INTEGER ? canonical(String(value)) : null
  }
  return typeof value === "string" ? canonical(value.trim()) : null
}

function canonical(written: string): string | null {
  const parts = /^(-?)(\d{1,40})(?:\.(\d{1,40}))?$/.exec(written)
  if (parts === null) {
    return null
  }
  const [, sign = "", whole = "", fraction = ""] = parts
  const integer = whole.replace(/^0+(?=\d)/, "")
  const decimals = fraction.replace(/0+$/, "")
  const magnitude = decimals === "" ? integer : `${integer}.${decimals}`
  return magnitude === "0" ? "0" : `${sign}${magnitude}`
}
