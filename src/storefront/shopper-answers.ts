/**
 * What a storefront is answered by the plugin's routes of the Store API, as docs/reference/routes.md
 * describes them. Amounts are decimals in the currency's major unit, as text.
 */

/** `code` never changes; `message` is a sentence for the shopper, in Ukrainian or English. */
export type PaymentError = { code: string; message: string }

export type Refused = { error: PaymentError }

/** One way to pay a cart: an entry of `GET /store/rozetkapay/methods`. */
export type WayToPay = {
  /** `pp_<kind>_<id>` */
  provider_id: string
  /** Unique in its provider: `page`, `card`, `saved_card`, `consent`, `blik`, `monobank`, … */
  method: string
  name: string
  description: string
  /** A short name (`card`, `blik`, …), or the web address of a bank's logo. */
  icon: string
  limits: WayLimits
  available: boolean
  /** Why this cart can't be paid so. */
  reason: PaymentError | null
  /** What the shopper must still give: fields of the session's `data`, and details that the cart lacks. */
  needs: string[]
  /** What to post as the session's `data`, with what it needs added. */
  data: Record<string, unknown>
  /** Public: `widget_key`, `script_url`, `merchant_id`. */
  settings: Record<string, string>
  /** What a logged-in customer may be asked beside paying so. */
  asks: { save: boolean; remember: boolean }
}

/** Null: any will do. */
export type WayLimits = {
  currency_codes: string[] | null
  country_codes: string[] | null
  least: string | null
  most: string | null
  parts: { least: number; most: number } | null
}

export type WaysToPay = {
  methods: WayToPay[]
  /** Whether the asking shopper is a logged-in customer. A guest's cart has a customer's id, too. */
  logged_in: boolean
}

/** A card of the logged-in customer. */
export type SavedCard = {
  id: string
  /** Such as 424242******4242. */
  mask: string | null
  brand: string | null
  /** Year and month, such as 2031-04. */
  expiry: string | null
  bank: string | null
  name: string | null
  is_default: boolean
}

/** Whether the logged-in customer allows later payments without them. */
export type ConsentGiven = {
  given: boolean
  mask: string | null
  given_at: string | null
  currency_code: string | null
}

/** A bank that sells by instalments. */
export type Bank = {
  bank: string
  name: string
  product_name: string | null
  logo_url: string | null
  /** Whether it asks its customer by telephone. */
  needs_phone: boolean
  periods: BankPeriod[]
  available: boolean
  reason: PaymentError | null
}

/** All of `parts` payments are `monthly` but the `last`. */
export type BankPeriod = { parts: number; monthly: string; last: string }
