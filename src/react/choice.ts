import { fieldsOf, textOf } from "../storefront/read-answers"
import { keptInTab } from "./kept-in-tab"

/** How the shopper wants to pay a cart. No secret: a BLIK code and a consent are not kept. */
export type Choice = {
  providerId: string
  method: string
  cardId?: string
  parts?: number
  phone?: string
}

type Listener = () => void

/**
 * By cart. It outlives the payment session, which Medusa drops after a refusal, and is the same for all
 * components of the page, wherever in it they stand.
 */
const choices = new Map<string, Choice | null>()
const listeners = new Set<Listener>()

const keyOf = (cartId: string) => `rozetkapay_choice_${cartId}`

/** In the browser alone: a server shows no choice, so that the page is the same for everybody. */
export const choiceOf = (cartId: string): Choice | null => {
  if (typeof window === "undefined") return null
  const known = choices.get(cartId)
  if (known !== undefined) return known
  const kept = readChoice(keptInTab.read(keyOf(cartId)))
  choices.set(cartId, kept)
  return kept
}

export const choose = (cartId: string, choice: Choice): void => {
  choices.set(cartId, choice)
  keptInTab.write(keyOf(cartId), JSON.stringify(choice))
  for (const listener of listeners) listener()
}

export const onChoice = (listener: Listener): Listener => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

const readChoice = (kept: string | null): Choice | null => {
  try {
    const fields = fieldsOf(JSON.parse(kept ?? "null"))
    const [providerId, method, cardId, phone] = [
      fields?.providerId,
      fields?.method,
      fields?.cardId,
      fields?.phone,
    ].map(textOf)
    const parts = Number(fields?.parts)
    if (!providerId || !method) return null
    return {
      providerId,
      method,
      ...(cardId && { cardId }),
      ...(phone && { phone }),
      ...(parts > 0 && { parts }),
    }
  } catch {
    return null
  }
}
