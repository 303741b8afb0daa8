import { z } from "zod"
import type { LegacyTransaction } from "../../rozetkapay-legacy/client"

const terms = z.record(z.string(), z.string())

/**
 * Our own marks as an order's `payload`. The legacy API's webhooks repeat that and, by their document,
 * not the `properties`. Encoded, as the document asks for structured data.
 */
export const writeLegacyMetadata = (metadata: Record<string, string>): string =>
  Buffer.from(JSON.stringify(metadata)).toString("base64url")

/** The marks of a genuine webhook; none when its payload is somebody else's. */
export const readLegacyMetadata = ({ payload }: Pick<LegacyTransaction, "payload">) => {
  try {
    const text = Buffer.from(payload ?? "", "base64url").toString("utf8")
    return terms.safeParse(JSON.parse(text)).data ?? {}
  } catch {
    return {}
  }
}
