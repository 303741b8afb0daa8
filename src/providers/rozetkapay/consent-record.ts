import { z } from "zod"

/** Where a consent stands in the metadata of an account holder. */
export const CONSENT_KEY = "rozetkapay_consent"

/**
 * Consents stand in an account holder of their own, which no customer is linked to: Medusa copies a
 * customer's account holders into sessions, and shows both to storefronts that ask.
 */
export const consentHolderId = (customerId: string): string => `${CONSENT_KEY}:${customerId}`

export const isConsentHolder = (externalId: string): boolean =>
  externalId.startsWith(`${CONSENT_KEY}:`)

const given = z.object({
  /** The recurrent id. */
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
  external_id: z.string(),
  metadata: z
    .object({ [CONSENT_KEY]: z.union([given, withdrawn]).nullish().catch(null) })
    .nullish()
    .transform((metadata) => metadata?.[CONSENT_KEY] ?? null),
})

/** What a customer has agreed to, or no longer does, and the account holders at one provider that say so. */
export type ConsentHolder = {
  record: ConsentRecord | null
  /** The consent's own. */
  own: string | null
  /** The customer's, where earlier versions wrote. */
  customers: { id: string; isWritten: boolean } | null
}

/** @param rows those of `consentHolderId`, and of the customer */
export const readConsentHolder = (rows: unknown[], customerId: string): ConsentHolder => {
  const read = rows.flatMap((row) => holder.safeParse(row).data ?? [])
  const own = read.find(({ external_id }) => external_id === consentHolderId(customerId))
  const customers = read.find(({ external_id }) => external_id === customerId)
  return {
    record: own?.metadata ?? customers?.metadata ?? null,
    own: own?.id ?? null,
    customers: customers ? { id: customers.id, isWritten: customers.metadata !== null } : null,
  }
}

export const isGiven = (record: ConsentRecord | null): record is z.output<typeof given> =>
  record !== null && "sealed" in record

/**
 * Whether a consent of this moment counts after what is on record. An old payment is
 * synced again with each of its refunds: it must not bring back what the customer has
 * since withdrawn, nor replace a newer consent.
 */
export const isNewer = (at: Date, record: ConsentRecord | null): boolean =>
  record === null || at > new Date(isGiven(record) ? record.given_at : record.withdrawn_at)
