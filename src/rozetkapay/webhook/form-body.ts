import { decodeUtf8 } from "./utf8"

/** What RozetkaPay's callbacks of express payments may begin with instead of JSON's brace. */
const FIELD = "data="

/**
 * The JSON of a callback that came as a form, `data=<url-encoded JSON>`, as RozetkaPay's own plugins for
 * express payments take it. Null for anything else, and for what can't be decoded without a loss.
 */
export function jsonOfForm(rawBody: Buffer): Buffer | null {
  if (rawBody.subarray(0, FIELD.length).toString("latin1") !== FIELD) {
    return null
  }
  const [value = ""] = decodeUtf8(rawBody).slice(FIELD.length).split("&")
  try {
    return Buffer.from(decodeURIComponent(value.replaceAll("+", " ")), "utf8")
  } catch {
    return null
  }
}
