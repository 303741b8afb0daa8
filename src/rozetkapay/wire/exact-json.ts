/** A decimal that is written into JSON as a number with exactly these digits. */
export class ExactNumber {
  constructor(readonly digits: string) {
    if (!isPlainDecimal(digits)) {
      throw new RangeError("not a plain decimal number")
    }
  }
}

export type ExactJson =
  | string
  | boolean
  | ExactNumber
  | undefined
  | ExactJson[]
  | { [key: string]: ExactJson }

/**
 * Digits that JSON's grammar takes as they are: no sign, exponent, leading zero or bare point.
 * 30 digits are far more than any amount has; the bound keeps junk from growing a request.
 */
export function isPlainDecimal(text: string): boolean {
  return text.length <= 30 && /^(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text)
}

/**
 * JSON text with exact numbers. JSON.stringify can not do this: it would need the amounts as floats,
 * and writes 1e21 or 1e-7 for some of them. Undefined values are left out.
 */
export function writeExactJson(value: ExactJson): string {
  if (value instanceof ExactNumber) {
    return value.digits
  }
  if (Array.isArray(value)) {
    return `[${value.map(writeExactJson).join(",")}]`
  }
  if (typeof value === "object") {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .map(([key, member]) => `${JSON.stringify(key)}:${writeExactJson(member)}`)
    return `{${members.join(",")}}`
  }
  return JSON.stringify(value ?? null)
}
