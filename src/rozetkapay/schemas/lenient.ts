import { z } from "zod"

/**
 * Readers for optional places of the gateway's answers. The API is wider than its document, so a
 * value of an unexpected type becomes null ("not in the answer") instead of failing the whole body.
 */

export const text = z
  .unknown()
  .transform((value) => (typeof value === "string" && value !== "" ? value : null))

/** Ids exceed 2^53. As JSON numbers such ids have lost digits by now, and a wrong id is worse than none. */
export const id = z.unknown().transform((value) => {
  if (Number.isSafeInteger(value)) {
    return String(value)
  }
  return typeof value === "string" && value !== "" ? value : null
})

export const flag = z.unknown().transform((value) => (typeof value === "boolean" ? value : null))

/** Amounts come as decimal strings and sometimes as JSON numbers. */
export const decimal = z.unknown().transform(readDecimal)

/** An object, or null for anything else. */
export function objectOrNull<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.object(shape).nullable().catch(null)
}

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
