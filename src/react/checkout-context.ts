import { createContext, useContext } from "react"
import type { PaymentActions } from "../storefront/payment-actions"
import type { StorefrontLanguage } from "../storefront/payment-sentence"
import type { PaymentError, WaysToPay, WayToPay } from "../storefront/shopper-answers"
import type { ShownCart } from "./props"
import type { Say } from "./texts"

export type ListedWays =
  | { is: "idle" | "loading" }
  | { is: "listed"; ways: WaysToPay }
  | { is: "failed"; error: PaymentError }

/** What `RozetkaPayProvider` gives to the components in it. */
export type Checkout = {
  actions: PaymentActions
  language: StorefrontLanguage
  /** Our own words, or the storefront's. */
  t: Say
  cart: ShownCart | null
  ways: ListedWays
  /** Whether the storefront offers this one. */
  isOffered: (way: WayToPay) => boolean
  /** Lists them for whoever shows them first; `anew` also when they are listed already. */
  loadWays: (anew?: boolean) => void
  /** The sentence for an error, in the storefront's words or ours. */
  say: (error: PaymentError) => string
  go: (url: string) => void
  ordered: (orderId: string | null) => boolean
  cartChanged: () => void
}

export const CheckoutContext = createContext<Checkout | null>(null)

export const useCheckout = (): Checkout => {
  const checkout = useContext(CheckoutContext)
  if (!checkout) throw new Error("RozetkaPay's components go into a <RozetkaPayProvider>.")
  return checkout
}
