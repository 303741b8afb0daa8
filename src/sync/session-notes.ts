import { z } from "zod"

/**
 * What a sync has to remember of a try, in the metadata of its payment session: it must outlive this
 * process, and any of several processes may go on with it. Nothing secret, and not shown to shoppers.
 */
const notes = z.object({
  /** ISO 8601: when placing the order failed for the first time. */
  rozetkapay_failing_since: z.iso.datetime().nullish().catch(null),
  /** Why, in Medusa's words. */
  rozetkapay_failure: z.string().nullish().catch(null),
  /** The store has begun to return this payment. */
  rozetkapay_returning: z.boolean().nullish().catch(null),
  /** Refused attempts to pay of which the store was told. */
  rozetkapay_declines: z.array(z.string()).nullish().catch(null),
})

export type SessionNotes = {
  failingSince: number | null
  failure: string | null
  returning: boolean
  reportedDeclines: string[]
}

export const notesOf = (session: { metadata?: unknown } | undefined): SessionNotes => {
  const found = notes.safeParse(session?.metadata ?? {}).data
  const since = found?.rozetkapay_failing_since
  return {
    failingSince: since ? new Date(since).getTime() : null,
    failure: found?.rozetkapay_failure ?? null,
    returning: found?.rozetkapay_returning === true,
    reportedDeclines: found?.rozetkapay_declines ?? [],
  }
}

export const failingNote = (since: number, failure: string) => ({
  rozetkapay_failing_since: new Date(since).toISOString(),
  rozetkapay_failure: failure,
})

export const RETURNING_NOTE = { rozetkapay_returning: true }

/** The last ones: RozetkaPay's ledger shows the last attempt only. */
export const declinesNote = (told: string[]) => ({ rozetkapay_declines: told.slice(-20) })
