import type { StartInput } from "./payment-actions"
import { fieldsOf, listOf, textOf } from "./read-answers"

/** A payment session of the Store API, as far as it tells where its shopper goes. */
export type OpenSession = {
  id: string
  provider_id: string
  amount: number
  status: string
  data: Record<string, unknown> | null
  /** Milliseconds; null: not said. */
  createdAt: number | null
  /** Refused attempts on its page that the store knows of. */
  wasRefused: boolean
}

export type Collection = { id: string; amount: number; sessions: OpenSession[] }

export const readCollection = (answer: unknown): Collection | null => {
  const collection = fieldsOf(fieldsOf(answer)?.payment_collection)
  const id = textOf(collection?.id)
  const amount = amountOf(collection?.amount)
  return id && amount !== null
    ? { id, amount, sessions: listOf(collection?.payment_sessions, sessionOf) ?? [] }
    : null
}

export const sessionOf = (value: unknown): OpenSession | null => {
  const session = fieldsOf(value)
  const [id, provider_id] = [session?.id, session?.provider_id].map(textOf)
  const amount = amountOf(session?.amount)
  return session && id && provider_id && amount !== null
    ? {
        id,
        provider_id,
        amount,
        status: textOf(session.status) ?? "",
        data: fieldsOf(session.data),
        createdAt: timeOf(session.created_at),
        wasRefused: isSomething(fieldsOf(session.metadata)?.rozetkapay_declines),
      }
    : null
}

const timeOf = (value: unknown): number | null => {
  const time = Date.parse(textOf(value) ?? "")
  return Number.isNaN(time) ? null : time
}

const isSomething = (value: unknown): boolean => Array.isArray(value) && value.length > 0

/**
 * Milliseconds that a page is gone back to. RozetkaPay does not say how long it stays open; whoever
 * comes later, or was refused on it, gets a page that certainly takes another try.
 */
const GONE_BACK_TO = 10 * 60_000

/** In the major unit. Medusa writes a number. */
const amountOf = (value: unknown): number | null =>
  typeof value === "number" && Number.isFinite(value) ? value : null

/**
 * Whether a session is the page that would be opened now: of the same provider, choice and total. Only
 * RozetkaPay's own page takes another try; a bank's answer to the last one is final.
 *
 * @param amount what the purchase costs now
 */
export const isOpenFor = (
  session: OpenSession,
  { providerId, data }: Pick<StartInput, "providerId" | "data">,
  amount: number,
  now = Date.now(),
): boolean =>
  data.mode === "hosted" &&
  session.provider_id === providerId &&
  session.data?.mode === "hosted" &&
  textOf(session.data.checkout_url) !== null &&
  (session.data.remember ?? false) === (data.remember ?? false) &&
  session.amount === amount &&
  session.status === "pending" &&
  !session.wasRefused &&
  session.createdAt !== null &&
  now - session.createdAt < GONE_BACK_TO
