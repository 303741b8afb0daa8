import { createHash } from "node:crypto"

/** Official documents use "urlsafe"; some official plugins sign with "standard". */
export type SignatureAlphabet = "urlsafe" | "standard"

export const inBase64 = (bytes: Buffer, alphabet: SignatureAlphabet = "urlsafe"): string => {
  const standard = bytes.toString("base64")
  return alphabet === "standard" ? standard : standard.replace(/\+/g, "-").replace(/\//g, "_")
}

/**
 * X-ROZETKAPAY-SIGNATURE = base64(sha1(password + base64(raw body) + password)),
 * padding kept, the password as it is. The alphabet holds both inside and outside.
 */
export function signCallback(
  password: string,
  body: string | Buffer,
  alphabet: SignatureAlphabet = "urlsafe",
): string {
  const inner = inBase64(Buffer.from(body), alphabet)
  return inBase64(
    createHash("sha1")
      .update(password + inner + password, "utf8")
      .digest(),
    alphabet,
  )
}
