import type { StartInput } from "./payment-actions"
import { fieldsOf, listOf, textOf } from "./read-answers"

/** A payment session of the Store API, as far as it tells where its shopper goes. */
export type OpenSession = {
  id: string
  provider_id: string
  amount: number
  status: string
  data: Record<string, unknown> | null
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

const sessionOf = (value: unknown): OpenSession | null => {
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
      }
    : null
}

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
): boolean =>
  data.mode === "hosted" &&
  session.provider_id === providerId &&
  session.data?.mode === "hosted" &&
  textOf(session.data.checkout_url) !== null &&
  (session.data.remember ?? false) === (data.remember ?? false) &&
  session.amount === amount &&
  session.status === "pending"
