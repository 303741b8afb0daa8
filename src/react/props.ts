import type { ReactNode } from "react"
import type { WidgetScript } from "../storefront/load-widget"
import type { PaymentActions } from "../storefront/payment-actions"
import type { PaymentError, WaysToPay, WayToPay } from "../storefront/shopper-answers"
import type { Texts } from "./texts"

/** A cart of the Store API, as far as it is shown: pass Medusa's own on. */
export type ShownCart = {
  id: string
  total?: number
  currency_code: string
  /** An order by now, when it is set. */
  completed_at?: string | Date | null
  shipping_address?: { phone?: string | null } | null
  billing_address?: { phone?: string | null } | null
}

export type RozetkaPayProviderProps = {
  actions: PaymentActions
  /** "uk" (also "ua", "uk-UA") or "en"; any other is spoken to in English. Ukrainian unless told. */
  language?: string
  /** What is to be paid. The ways to pay are listed anew when its id, total or currency changes. */
  cart?: ShownCart | null
  /** Changes with whatever else the ways depend on, such as the address or the login. */
  version?: string | number
  /** Listed by the server already: they are shown at once. */
  ways?: WaysToPay | { error: PaymentError }
  /** Which of the listed ways are offered here: all unless told. */
  only?: (way: WayToPay) => boolean
  /** Goes to RozetkaPay's page and to the bank's: `location.assign` unless told. Gets web addresses only. */
  navigate?: (url: string) => void
  /** The cart is an order: show it. Null: it is about to become one, or its id is not told; load the cart anew. */
  onOrdered?: (orderId: string | null) => void
  /** The cart costs something else than was shown: load it anew. */
  onCartChanged?: () => void
  /** The storefront's own words for a code; undefined: ours. */
  say?: (error: PaymentError) => string | undefined
  texts?: Partial<Texts>
  children?: ReactNode
}

export type PaymentMethodsProps = {
  /** Of the group of choices: "How to pay". */
  legend?: ReactNode
  /** By the way's `icon`; undefined: ours, or the bank's logo. */
  icon?: (way: WayToPay) => ReactNode
  /** Called with the way that is chosen, also the first or the one that was kept from before. */
  onChoose?: (way: WayToPay) => void
  className?: string
}

export type PayButtonProps = {
  /** In place of "Pay 478.50 ₴". */
  children?: ReactNode
  /** Something else of the checkout is not filled in yet. */
  disabled?: boolean
  /** Before a payment is started: false keeps it from starting (a form is not valid). */
  onPress?: () => boolean | undefined | Promise<boolean | undefined>
  onError?: (error: PaymentError) => void
  /** Of RozetkaPay's card form: `nonce`, `timeoutMs`, another `scriptUrl` than the store's. */
  script?: WidgetScript
  className?: string
}

export type CardFormProps = {
  /** The way `card` of the list unless told; its settings have the widget's key. */
  way?: WayToPay
  disabled?: boolean
  onPress?: PayButtonProps["onPress"]
  onError?: (error: PaymentError) => void
  script?: WidgetScript
  className?: string
}

export type BankPickerProps = {
  legend?: ReactNode
  icon?: PaymentMethodsProps["icon"]
  className?: string
}

export type ExpressButtonProps = {
  /** Of the provider's cart unless told. On a product's page: a function that makes a cart with the product. */
  cartId?: string | (() => Promise<string>)
  /** Where the store has several providers of cards. */
  providerId?: string
  children?: ReactNode
  /** Below the button; null: nothing. */
  hint?: ReactNode
  onPress?: PayButtonProps["onPress"]
  onError?: (error: PaymentError) => void
  className?: string
}

export type SavedCardsProps = {
  providerId?: string
  /** Adds cards by RozetkaPay's form in this page; without it on RozetkaPay's page. */
  widget?: { key: string } & WidgetScript
  /** Two letters, for the option `cardsUrl`. */
  countryCode?: string
  heading?: ReactNode
  className?: string
}

export type PaymentNoticeProps = {
  /** Of `readReturn`; without it the page's own address is read, in the browser. */
  code?: string | null
  /** Outside of the provider. */
  language?: string
  /** Takes the focus when it comes, so that it is read out: true unless told. */
  focus?: boolean
  className?: string
}
