import { fieldsOf, listOf, textOf } from "./read-answers"

/** A payment session of the Store API, as far as it tells where its shopper goes. */
export type OpenSession = {
  id: string
  provider_id: string
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

export const sessionOf = (value: unknown): OpenSession | null => {
  const session = fieldsOf(value)
  const [id, provider_id] = [session?.id, session?.provider_id].map(textOf)
  return session && id && provider_id ? { id, provider_id, data: fieldsOf(session.data) } : null
}

/** In the major unit. Medusa writes a number. */
const amountOf = (value: unknown): number | null =>
  typeof value === "number" && Number.isFinite(value) ? value : null
