import type { PaymentActions } from "./payment-actions"
import { fieldsOf, listOf, readBank, readCard, readConsent, readWays, textOf } from "./read-answers"
import { startPayment } from "./start-payment"
import { type StoreClientOptions, storeClient } from "./store-client"
import { webAddress } from "./web-address"

/**
 * The actions of a storefront whose browser talks to Medusa by itself. On a server (in a server action)
 * pass on the shopper's own headers: login, `accept-language`, `user-agent`, `x-forwarded-for`.
 */
export const storeActions = (options: StoreClientOptions): PaymentActions => {
  const ask = storeClient(options)
  const { backendUrl, language = "uk" } = options
  return {
    listWays: (cartId) => ask(`/rozetkapay/methods${query({ cart_id: cartId })}`, readWays),
    startPayment: (input) => startPayment({ ask, backendUrl, language }, input),
    listBanks: (cart_id, provider_id) =>
      ask(`/rozetkapay/payparts${query({ cart_id, provider_id })}`, (answer) => {
        const banks = listOf(fieldsOf(answer)?.banks, readBank)
        return banks && { banks }
      }),
    startExpress: ({ cartId, providerId }) =>
      ask("/rozetkapay/express", readPage("checkout_url"), {
        body: { cart_id: cartId, ...named(providerId) },
      }),
    listCards: (provider_id) =>
      ask(`/rozetkapay/cards${query({ provider_id })}`, (answer) => {
        const cards = listOf(fieldsOf(answer)?.cards, readCard)
        return cards && { cards }
      }),
    addCard: (card = {}, { makeDefault, countryCode, providerId } = {}) =>
      ask("/rozetkapay/cards", (answer) => readCardIn(answer) ?? readPage("action_url")(answer), {
        body: {
          ...card,
          ...(makeDefault && { make_default: true }),
          ...(countryCode && { country_code: countryCode }),
          ...named(providerId),
        },
      }),
    removeCard: (id, provider_id) =>
      ask(
        `/rozetkapay/cards/${encodeURIComponent(id)}${query({ provider_id })}`,
        (answer) => (fieldsOf(answer)?.deleted === true ? { removed: id } : null),
        { method: "DELETE" },
      ),
    setDefaultCard: (id, providerId) =>
      ask(`/rozetkapay/cards/${encodeURIComponent(id)}/default`, readCardIn, {
        body: named(providerId),
      }),
    readConsent: (provider_id) => ask(`/rozetkapay/consent${query({ provider_id })}`, readConsent),
    withdrawConsent: (provider_id) =>
      ask(`/rozetkapay/consent${query({ provider_id })}`, readConsent, { method: "DELETE" }),
  }
}

const named = (provider_id: string | undefined) => (provider_id ? { provider_id } : {})

const query = (values: Record<string, string | undefined>): string => {
  const given = Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
  )
  return given.length > 0 ? `?${given.join("&")}` : ""
}

const readCardIn = (answer: unknown) => {
  const card = readCard(fieldsOf(answer)?.card)
  return card && { card }
}

const readPage = (name: string) => (answer: unknown) => {
  const url = webAddress(textOf(fieldsOf(answer)?.[name]))
  return url === null ? null : { url }
}
