import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto"

/** What a sealed text belongs to: it opens for exactly this and nothing else. */
export type SealedFor = { customerId: string; currency: string }

const VERSION = "v1"
const IV_BYTES = 12
const TAG_BYTES = 16

/**
 * Seals secrets that have to stand in the store's database, parts of which Medusa shows
 * to storefronts. AES-256-GCM; the key is made of the provider's secret, so that
 * neither the database alone nor another provider's keys open it.
 */
export class Seal {
  private readonly key: Buffer

  constructor(secret: string, providerId: string) {
    this.key = Buffer.from(hkdfSync("sha256", secret, providerId, "rozetkapay consent v1", 32))
  }

  /** A new text every time, safe in URLs and JSON. */
  close(secret: string, owner: SealedFor): string {
    const iv = randomBytes(IV_BYTES)
    const cipher = createCipheriv("aes-256-gcm", this.key, iv).setAAD(bytesOf(owner))
    const text = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()])
    const whole = Buffer.concat([iv, text, cipher.getAuthTag()])
    return `${VERSION}.${whole.toString("base64url")}`
  }

  /** Null for anything that was not sealed with this secret for this very owner, or was changed since. */
  open(sealed: string, owner: SealedFor): string | null {
    const [version, body = ""] = sealed.split(".")
    const whole = Buffer.from(body, "base64url")
    if (version !== VERSION || whole.length <= IV_BYTES + TAG_BYTES) return null
    try {
      const decipher = createDecipheriv("aes-256-gcm", this.key, whole.subarray(0, IV_BYTES), {
        authTagLength: TAG_BYTES,
      })
      decipher.setAAD(bytesOf(owner)).setAuthTag(whole.subarray(-TAG_BYTES))
      const text = decipher.update(whole.subarray(IV_BYTES, -TAG_BYTES))
      return Buffer.concat([text, decipher.final()]).toString("utf8")
    } catch {
      return null
    }
  }
}

const bytesOf = ({ customerId, currency }: SealedFor): Buffer =>
  Buffer.from(JSON.stringify([customerId, currency]))
