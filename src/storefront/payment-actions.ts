import type { BrowserFingerprint } from "./browser-fingerprint"
import type { CardToken } from "./card-widget"
import type { Bank, ConsentGiven, Refused, SavedCard, WaysToPay } from "./shopper-answers"

/** All of it can be sent from a browser to a server action. */
export type StartInput = {
  cartId: string
  providerId: string
  /** What `payOnRozetkaPay`, `payByCardToken`, `payInParts`, … make, or a way's own `data` with what it needs. */
  data: Readonly<Record<string, unknown>>
  /** What the shopper was shown that the cart costs: another total is `cart_changed`, and nothing is started. */
  total?: number
  /** By which the shopper's bank knows them: written into the billing address before the payment is started. */
  phone?: string
}

/** Where the browser goes next, or the order that was placed already. */
export type Started = { url: string } | { orderId: string } | Refused

export type CardToAdd = (CardToken & { fingerprint: BrowserFingerprint }) | Record<string, never>

export type CardSettings = { makeDefault?: boolean; countryCode?: string; providerId?: string }

/**
 * What the components ask of a storefront: of `storeActions` in the browser, or of server actions. None
 * of them throws: what can't be done is an `error` with its code. `providerId` is needed only where the
 * store has several providers of the kind.
 */
export type PaymentActions = {
  listWays(cartId: string): Promise<WaysToPay | Refused>
  startPayment(input: StartInput): Promise<Started>
  listBanks(cartId: string, providerId?: string): Promise<{ banks: Bank[] } | Refused>
  /** RozetkaPay's page, where the shopper chooses delivery, recipient and payment. */
  startExpress(input: { cartId: string; providerId?: string }): Promise<Started>
  listCards(providerId?: string): Promise<{ cards: SavedCard[] } | Refused>
  /** Without a token: on RozetkaPay's page. */
  addCard(
    card?: CardToAdd,
    settings?: CardSettings,
  ): Promise<{ card: SavedCard } | { url: string } | Refused>
  removeCard(id: string, providerId?: string): Promise<{ removed: string } | Refused>
  setDefaultCard(id: string, providerId?: string): Promise<{ card: SavedCard } | Refused>
  readConsent(providerId?: string): Promise<ConsentGiven | Refused>
  withdrawConsent(providerId?: string): Promise<ConsentGiven | Refused>
}
