import { z } from "zod"

/** Where a consent stands in the metadata of a customer's account holder. */
export const CONSENT_KEY = "rozetkapay_consent"

const given = z.object({
  /** The recurrent id, sealed: Medusa copies account holders into sessions that storefronts read. */
  sealed: z.string().min(1),
  /** When the customer agreed: the start of the payment session that asked. ISO 8601. */
  given_at: z.iso.datetime(),
  /** "424242******4242" */
  mask: z.string().nullable(),
  /** ISO 4217, in capitals: RozetkaPay charges in the currency of the payment that gave the id. */
  currency: z.string().min(1),
})
const withdrawn = z.object({ withdrawn_at: z.iso.datetime() })

export type ConsentRecord = z.output<typeof given> | z.output<typeof withdrawn>

const holder = z.object({
  id: z.string(),
  metadata: z
    .object({ [CONSENT_KEY]: z.union([given, withdrawn]).nullish().catch(null) })
    .nullish()
    .transform((metadata) => metadata?.[CONSENT_KEY] ?? null),
})

/** A customer's account holder with what they have agreed to, or no longer do. */
export type ConsentHolder = { id: string; record: ConsentRecord | null }

export const readConsentHolder = (row: unknown): ConsentHolder | null => {
  const { data } = holder.safeParse(row)
  return data ? { id: data.id, record: data.metadata } : null
}

export const isGiven = (record: ConsentRecord | null): record is z.output<typeof given> =>
  record !== null && "sealed" in record

/**
 * Whether a consent of this moment counts after what is on record. An old payment is
 * settled again with each of its refunds: it must not bring back what the customer has
 * since withdrawn, nor replace a newer consent.
 */
export const isNewer = (at: Date, record: ConsentRecord | null): boolean =>
  record === null || at > new Date(isGiven(record) ? record.given_at : record.withdrawn_at)
