import { nextStep, returnAddress } from "./next-step"
import { type OpenSession, readCollection } from "./open-session"
import type { Started, StartInput } from "./payment-actions"
import type { StorefrontLanguage } from "./payment-sentence"
import { errorIn, fieldsOf, textOf } from "./read-answers"
import type { Refused } from "./shopper-answers"
import type { AskStore } from "./store-client"
import { trouble } from "./trouble"
import { webAddress } from "./web-address"

type Shop = { ask: AskStore; backendUrl: string; language: StorefrontLanguage }

/**
 * Starts a payment of a cart, and answers where the browser goes next. The server is asked to go on with a
 * page that is open already for the very same purchase, so that a second press does not orphan the first; only it
 * can say whether one still is.
 */
export const startPayment = async (
  { ask, backendUrl, language }: Shop,
  input: StartInput,
): Promise<Started> => {
  const { cartId, providerId, data, total, phone } = input
  if (phone) {
    const refused = await tellPhone(ask, cartId, phone)
    if (refused) return refused
  }
  const collection = await ask("/payment-collections", readCollection, {
    body: { cart_id: cartId },
  })
  if ("error" in collection) return collection
  if (total !== undefined && !readsAlike(total, collection.amount)) {
    return trouble("cart_changed", language)
  }
  const asked = data.mode === "hosted" ? { ...data, reuse: true } : data
  const session = await startedSession(ask, collection.id, providerId, asked)
  if ("error" in session) return session
  const page = session.data?.checkout_url
  if (!session.data || (page && !webAddress(textOf(page)))) {
    return trouble("answer_unreadable", language)
  }
  const step = nextStep(session)
  if (step.is === "redirect") return { url: step.url }
  return completed(ask, cartId, returnAddress(session, backendUrl))
}

/** No currency has a coin of so little: what a shopper was shown may be rounded otherwise. */
const readsAlike = (shown: number, asked: number): boolean => Math.abs(shown - asked) < 0.0005

const startedSession = async (
  ask: AskStore,
  collectionId: string,
  provider_id: string,
  data: object,
): Promise<OpenSession | Refused> => {
  const path = `/payment-collections/${encodeURIComponent(collectionId)}/payment-sessions`
  const read = (answer: unknown) =>
    readCollection(answer)?.sessions.find((one) => one.provider_id === provider_id) ?? null
  return ask(path, read, { body: { provider_id, data } })
}

/** Whatever stands in the way of the order, the plugin's return route knows where to go. */
const completed = async (ask: AskStore, cartId: string, otherwise: string): Promise<Started> => {
  const done = await ask(`/carts/${encodeURIComponent(cartId)}/complete`, readOrder, { body: {} })
  return "orderId" in done ? done : { url: otherwise }
}

const readOrder = (answer: unknown): { orderId: string } | Refused | null => {
  const fields = fieldsOf(answer)
  const orderId = fields?.type === "order" ? textOf(fieldsOf(fields.order)?.id) : null
  return orderId ? { orderId } : errorIn(fields?.error)
}

const ADDRESS = [
  "first_name",
  "last_name",
  "company",
  "address_1",
  "address_2",
  "city",
  "postal_code",
  "province",
  "country_code",
]

/** Into the billing address: the recipient keeps their own. */
const tellPhone = async (ask: AskStore, cartId: string, phone: string): Promise<Refused | null> => {
  const path = `/carts/${encodeURIComponent(cartId)}`
  const addresses = await ask(`${path}?fields=id,*shipping_address,*billing_address`, (answer) => {
    const cart = fieldsOf(fieldsOf(answer)?.cart)
    return (
      cart && { billing: fieldsOf(cart.billing_address), shipping: fieldsOf(cart.shipping_address) }
    )
  })
  if ("error" in addresses) return addresses
  const { billing, shipping } = addresses
  const address = textOf(billing?.address_1) ? billing : shipping
  if (billing?.phone === phone && address === billing) return null
  const known = ADDRESS.flatMap((name) =>
    textOf(address?.[name]) ? [[name, address?.[name]]] : [],
  )
  const billing_address = { ...Object.fromEntries(known), phone }
  const written = await ask(path, readDone, { body: { billing_address } })
  return "error" in written ? written : null
}

const readDone = (answer: unknown) => fieldsOf(answer) && { isDone: true }
