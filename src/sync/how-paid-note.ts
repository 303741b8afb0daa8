import { z } from "zod"
import type { GatewayLedger } from "../core/ledger"

/** What a Payment's metadata say of how it was paid: staff search by it. The names stay, as stores have them. */
const notes = z.object({
  rozetkapay_id: z.string().nullish().catch(null),
  /** With commas between, the payment's own first. */
  rozetkapay_rrn: z.string().nullish().catch(null),
  rozetkapay_auth_code: z.string().nullish().catch(null),
  rozetkapay_mask: z.string().nullish().catch(null),
  rozetkapay_brand: z.string().nullish().catch(null),
  rozetkapay_bank: z.string().nullish().catch(null),
  rozetkapay_method: z.string().nullish().catch(null),
  rozetkapay_parts: z.number().nullish().catch(null),
})

export type HowPaidNotes = z.output<typeof notes>

export const RRNS_APART = ", "

/** None of another's is touched; what is not ours, or not readable, is not there. */
export const howPaidNotes = (metadata: unknown): HowPaidNotes =>
  notes.safeParse(metadata ?? {}).data ?? {}

/**
 * What is to be written beside what is noted already; null: nothing, the same is known. A later answer that
 * says less takes nothing back.
 */
export const newsOf = (
  { paymentId, howPaid }: Pick<GatewayLedger, "paymentId" | "howPaid">,
  metadata: unknown,
): HowPaidNotes | null => {
  if (!howPaid) return null
  const noted: Record<string, unknown> = howPaidNotes(metadata)
  const told: HowPaidNotes = {
    rozetkapay_id: paymentId,
    rozetkapay_rrn: howPaid.rrns.join(RRNS_APART) || null,
    rozetkapay_auth_code: howPaid.authCode,
    rozetkapay_mask: howPaid.mask,
    rozetkapay_brand: howPaid.brand,
    rozetkapay_bank: howPaid.bank,
    rozetkapay_method: howPaid.method,
    rozetkapay_parts: howPaid.parts,
  }
  const news = Object.entries(told).filter(
    ([name, value]) => value !== null && noted[name] !== value,
  )
  return news.length > 0 ? Object.fromEntries(news) : null
}
