import { isGenuineCallback } from "../../rozetkapay/webhook/callback-signature"

/** The current API signs its callbacks with the login's password, over the raw bytes. */
export const isSignedByPassword = (
  rawBody: Buffer,
  headers: Record<string, unknown>,
  { password }: { password: string },
): boolean => isGenuineCallback({ rawBody, signature: headers["x-rozetkapay-signature"], password })
