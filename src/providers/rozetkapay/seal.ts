import {
  createCipheriv,
  createDecipheriv,
  hkdfSync,
  randomBytes,
  type ScryptOptions,
  scrypt,
} from "node:crypto"

/** What a sealed text belongs to: it opens for exactly this and nothing else. */
export type SealedFor = { customerId: string; currency: string }

/** `isOld`: sealed by an earlier way, or with a secret that is not the first any more: seal it anew. */
export type Opened = { secret: string; isOld: boolean }

const VERSION = "v2"
/** Its keys were made of the secret in an instant, so that a thief could try many secrets. */
const FAST_VERSION = "v1"
const SALT_BYTES = 16
const IV_BYTES = 12
const TAG_BYTES = 16

/** 64 MB and a fifth of a second for each secret that is tried. */
const COST: ScryptOptions = { N: 2 ** 16, r: 8, p: 1, maxmem: 2 ** 27 }
/** Of the processes that have sealed lately. */
const MOST_KEYS = 100

/**
 * Seals secrets that have to stand in the store's database. AES-256-GCM; the keys are made slowly of the
 * provider's secret, so that neither the database alone nor another provider's keys open it. Each
 * process seals with a salt of its own and keeps its key in memory, as those of other processes' texts;
 * another process, or this one after a restart, makes the key again of the salt that stands in the text.
 */
export class Seal {
  private readonly ownSalt = randomBytes(SALT_BYTES)
  private readonly keys = new Map<string, Promise<Buffer>>()

  /** @param secrets the first seals; all of them open */
  constructor(
    private readonly secrets: readonly [string, ...string[]],
    private readonly providerId: string,
  ) {}

  /** A new text every time, safe in URLs and JSON. */
  async close(secret: string, owner: SealedFor): Promise<string> {
    const key = await this.slowKey(this.secrets[0], this.ownSalt)
    const iv = randomBytes(IV_BYTES)
    const cipher = createCipheriv("aes-256-gcm", key, iv).setAAD(bytesOf(owner))
    const text = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()])
    const whole = Buffer.concat([this.ownSalt, iv, text, cipher.getAuthTag()])
    return `${VERSION}.${whole.toString("base64url")}`
  }

  /** Null for anything that was not sealed with these secrets for this very owner, or was changed since. */
  async open(sealed: string, owner: SealedFor): Promise<Opened | null> {
    const [version, body = ""] = sealed.split(".")
    const whole = Buffer.from(body, "base64url")
    const isFast = version === FAST_VERSION
    const saltBytes = isFast ? 0 : SALT_BYTES
    if (!isFast && version !== VERSION) return null
    if (whole.length <= saltBytes + IV_BYTES + TAG_BYTES) return null
    const salt = whole.subarray(0, saltBytes)
    for (const given of this.secrets) {
      const key = isFast ? this.fastKey(given) : await this.slowKey(given, salt)
      const secret = decrypted(key, whole.subarray(saltBytes), owner)
      if (secret !== null) return { secret, isOld: isFast || given !== this.secrets[0] }
    }
    return null
  }

  private fastKey(secret: string): Buffer {
    return Buffer.from(hkdfSync("sha256", secret, this.providerId, "rozetkapay consent v1", 32))
  }

  private slowKey(secret: string, salt: Buffer): Promise<Buffer> {
    const name = `${this.secrets.indexOf(secret)}.${salt.toString("base64url")}`
    const key =
      this.keys.get(name) ?? derived(secret, Buffer.concat([salt, Buffer.from(this.providerId)]))
    this.keys.delete(name)
    this.keys.set(name, key)
    key.catch(() => this.keys.delete(name))
    const [oldest] = this.keys.keys()
    if (this.keys.size > MOST_KEYS && oldest) this.keys.delete(oldest)
    return key
  }
}

const derived = (secret: string, salt: Buffer): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(secret, salt, 32, COST, (error, key) => (error ? reject(error) : resolve(key)))
  })

const decrypted = (key: Buffer, whole: Buffer, owner: SealedFor): string | null => {
  try {
    const decipher = createDecipheriv("aes-256-gcm", key, whole.subarray(0, IV_BYTES), {
      authTagLength: TAG_BYTES,
    })
    decipher.setAAD(bytesOf(owner)).setAuthTag(whole.subarray(-TAG_BYTES))
    const text = decipher.update(whole.subarray(IV_BYTES, -TAG_BYTES))
    return Buffer.concat([text, decipher.final()]).toString("utf8")
  } catch {
    return null
  }
}

const bytesOf = ({ customerId, currency }: SealedFor): Buffer =>
  Buffer.from(JSON.stringify([customerId, currency]))
