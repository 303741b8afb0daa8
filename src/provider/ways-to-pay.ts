import { exceeds, type Money, moneyOf } from "../core/money"
import { codeOf, type ErrorCode, shopperError } from "../errors"
import type { ShopperLanguage } from "../messages/language"
import { CUSTOMER_DETAILS, WAYS } from "../messages/ways-to-pay"
import type { Payer, PaymentGateway } from "./payment-gateway"
import type { StoreOptions } from "./store-options"

/** A cart whose shopper has not chosen yet how to pay. */
export type CartToPay = {
  /** What it costs. */
  money: Money
  /** Of the cart's addresses, without what they lack. */
  payer: Payer
  /** Null: a guest, or somebody who looks at another's cart. */
  customerId: string | null
  /** What this customer has allowed earlier and can be charged by for this cart; absent: nothing. */
  consent?: { mask: string | null } | null
  language: ShopperLanguage
}

/** One way to pay a cart, ready to be shown: an entry of `GET /store/rozetkapay/methods`. */
export type WayToPay = {
  /** The adapter's word, unique in its provider: `page`, `blik`, `monobank`. */
  method: string
  /** In the shopper's language. */
  name: string
  description: string
  /** A short name that a storefront has a picture for (`card`, `google-pay`, `blik`), or the web address of a bank's logo. */
  icon: string
  limits: WayLimits
  /** Why the cart can't be paid so; null: it can. */
  reason: WayReason | null
  /**
   * What the shopper must still give: fields of the session's `data` (`blik_code`, `bank`, `parts`), and
   * details that the cart lacks (`phone`, `first_name`).
   */
  needs: readonly string[]
  /** The session's `data` that choose this way, but for what it needs. */
  data: Readonly<Record<string, unknown>>
  /** Public settings of the merchant's that a storefront shows this way with, such as the widget's key. */
  settings?: Readonly<Record<string, string>>
  /** What this shopper may be asked for with it; absent: nothing. */
  asks?: Partial<WayAsks>
}

/** Flags of the session's `data` that a shopper may set: only a customer, who is logged in, has anything to keep. */
export type WayAsks = {
  /** To keep the card among the customer's saved ones. */
  save: boolean
  /** To allow later payments without the customer. */
  remember: boolean
}

/** What a cart must be like. Null, or nothing: any will do. */
export type WayLimits = {
  /** ISO 4217, upper case. */
  currencies?: readonly string[]
  /** ISO 3166-1 alpha-2, upper case, as the payer's address has it. */
  countries?: readonly string[]
  /** In the cart's currency, both included. */
  least?: string | null
  most?: string | null
  /** Of payments in instalments: how many there may be, both included. */
  parts?: { least: number; most: number }
}

/** A code of the page of error codes, with its sentence in the shopper's language. */
export type WayReason = { code: ErrorCode; message: string }

/** What of a provider its ways are made of. */
export type WaySource<Options extends StoreOptions, Gateway extends PaymentGateway> = {
  readonly options: Options
  readonly gateway: Gateway
}

type Measured = Pick<CartToPay, "money" | "language"> & { payer: Pick<Payer, "country"> }

/** What of its limits a cart does not keep, as the error that starting such a payment answers. Null: it keeps all. */
export const beyondLimits = ({ money, payer, language }: Measured, limits: WayLimits) => {
  const { currencies, countries, least, most } = limits
  const { amount, currency } = money
  if (currencies && !currencies.includes(currency)) {
    return shopperError("currency_not_supported", language, {
      wanted: currencies.join(", "),
      currency,
    })
  }
  // An address that is not there yet may still become one that fits.
  if (countries && payer.country && !countries.includes(payer.country)) {
    const names = new Intl.DisplayNames([language], { type: "region" })
    const wanted = countries.map((country) => names.of(country) ?? country).join(", ")
    return shopperError("country_not_supported", language, { wanted })
  }
  const edge = (limit: string) => moneyOf(limit, currency).amount
  if (least && exceeds(edge(least), amount)) {
    return shopperError("amount_below_least", language, { least: `${edge(least)} ${currency}` })
  }
  if (most && exceeds(amount, edge(most))) {
    return shopperError("amount_above_most", language, { most: `${edge(most)} ${currency}` })
  }
  return null
}

/** The same for the list of ways. */
export const reasonByLimits = (cart: Measured, limits: WayLimits): WayReason | null => {
  const error = beyondLimits(cart, limits)
  const code = error && codeOf(error)
  return error && code ? { code, message: error.message } : null
}

/** A way that any cart may be paid by, in words that several adapters share. */
export const wayInWords = (method: keyof typeof WAYS, { language }: CartToPay) => {
  const { name, description } = WAYS[method]
  const limits: WayLimits = {}
  const needs: readonly string[] = []
  return {
    method,
    name: name[language],
    description: description[language],
    limits,
    reason: null,
    needs,
  }
}

/** Of an adapter that says nothing of its ways. */
export const pageAlone = (cart: CartToPay): WayToPay => ({
  ...wayInWords("page", cart),
  icon: "card",
  data: { mode: "hosted" },
})

/** The merchant has not set it up, as far as the plugin's options say. */
export const notSetUp = (language: ShopperLanguage): WayReason => {
  const code = "not_set_up"
  return { code, message: shopperError(code, language).message }
}

const DETAILS = {
  first_name: "firstName",
  last_name: "lastName",
  email: "email",
  phone: "phone",
  country: "country",
} as const satisfies Record<keyof typeof CUSTOMER_DETAILS, keyof Payer>

/** A detail of the shopper's that an API may ask for. */
export type CustomerDetail = keyof typeof DETAILS

/** Which of these the cart's address lacks. */
export const lackingDetails = (payer: Payer, wanted: readonly CustomerDetail[]): CustomerDetail[] =>
  wanted.filter((detail) => !payer[DETAILS[detail]])

/** Asks the shopper for them. */
export const detailsError = (lacking: readonly CustomerDetail[], language: ShopperLanguage) =>
  shopperError("customer_details_missing", language, {
    fields: lacking.map((detail) => CUSTOMER_DETAILS[detail][language]).join(", "),
  })
