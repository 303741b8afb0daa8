import { jsonOfForm } from "../../rozetkapay/webhook/form-body"
import { isSignedByPassword } from "../current-api/is-signed-by-password"

/**
 * Callbacks of express payments may come as a form. Whether RozetkaPay signs it as it travels or the
 * JSON in it is not published (its own plugins decode first): either is its signature, over those bytes.
 */
export const isSignedCallback = (
  rawBody: Buffer,
  headers: Record<string, unknown>,
  options: { password: string },
): boolean => {
  if (isSignedByPassword(rawBody, headers, options)) return true
  const json = jsonOfForm(rawBody)
  return json !== null && isSignedByPassword(json, headers, options)
}
