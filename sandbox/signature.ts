import { createHash } from "node:crypto"

/** Official documents use "urlsafe"; some official plugins sign with "standard". */
export type SignatureAlphabet = "urlsafe" | "standard"

const encode = (bytes: Buffer, alphabet: SignatureAlphabet): string => {
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
  const inner = encode(Buffer.from(body), alphabet)
  return encode(
    createHash("sha1")
      .update(password + inner + password, "utf8")
      .digest(),
    alphabet,
  )
}
