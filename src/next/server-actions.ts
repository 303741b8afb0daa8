import type { PaymentActions } from "../storefront/payment-actions"
import type { StorefrontLanguage } from "../storefront/payment-sentence"
import { storeActions } from "../storefront/store-actions"
import { storeClient } from "../storefront/store-client"
import { cartState, orderAddress } from "./paid-cart"
import {
  type CookieNames,
  headersOfShopper,
  languageOfShopper,
  type ShopperRequest,
  STARTERS_COOKIES,
} from "./shopper-request"

export type ServerActionsOptions = ShopperRequest & {
  /** Address of the Medusa server. */
  backendUrl: string
  publishableKey: string
  /** Other names than those of Medusa's starter. */
  cookieNames?: Partial<CookieNames>
  fetch?: typeof fetch
}

/** None of them throws for what a shopper can be told: Next hides the words of what is thrown. */
export type ServerActions = PaymentActions & {
  /** In which the shopper is spoken to, also for the components' `language`. */
  readLanguage(): Promise<StorefrontLanguage>
  /** Deletes the cart's cookie when the cart is an order by now, or gone. Only in an action or a route: pages can't. */
  forgetPaidCart(): Promise<{ forgotten: boolean }>
  /** Where the cookie's cart is shown that is an order by now; null: it is none, or not one of RozetkaPay's. */
  findOrderOfCart(): Promise<{ url: string } | null>
}

/**
 * The actions of a Next storefront, for its own file with "use server": what the shopper's browser told
 * Next is passed on to Medusa. `headers` and `cookies` are Next's own of `next/headers`.
 */
export const serverActions = (options: ServerActionsOptions): ServerActions => {
  const { backendUrl } = options
  const names = { ...STARTERS_COOKIES, ...options.cookieNames }
  const request: ShopperRequest = { headers: options.headers, cookies: options.cookies }

  const client = async () => {
    const [language, headers] = await Promise.all([
      languageOfShopper(request, names),
      headersOfShopper(request, names),
    ])
    const { publishableKey, fetch } = options
    return { backendUrl, publishableKey, language, headers, fetch }
  }
  const actions = async () => storeActions(await client())
  const stateOf = async (cartId: string) => cartState(storeClient(await client()), cartId)
  const cartInCookie = async () => (await request.cookies()).get(names.cart)?.value || null

  return {
    listWays: async (cartId) => (await actions()).listWays(cartId),
    // The components, or the storefront's own page, wait and ask again (`startInTurn`): an action that waits holds up all others.
    startPayment: async (input) => (await actions()).startPayment(input),
    listBanks: async (cartId, providerId) => (await actions()).listBanks(cartId, providerId),
    startExpress: async (input) => (await actions()).startExpress(input),
    listCards: async (providerId) => (await actions()).listCards(providerId),
    addCard: async (card, settings) => (await actions()).addCard(card, settings),
    removeCard: async (id, providerId) => (await actions()).removeCard(id, providerId),
    setDefaultCard: async (id, providerId) => (await actions()).setDefaultCard(id, providerId),
    readConsent: async (providerId) => (await actions()).readConsent(providerId),
    withdrawConsent: async (providerId) => (await actions()).withdrawConsent(providerId),
    readLanguage: () => languageOfShopper(request, names),
    forgetPaidCart: async () => {
      const cartId = await cartInCookie()
      const { is } = cartId ? await stateOf(cartId) : { is: "unknown" }
      const forgotten = is === "ordered" || is === "gone"
      if (forgotten) (await request.cookies()).set(names.cart, "", { maxAge: -1 })
      return { forgotten }
    },
    findOrderOfCart: async () => {
      const cartId = await cartInCookie()
      const url = cartId && orderAddress(await stateOf(cartId), backendUrl)
      return url ? { url } : null
    },
  }
}
