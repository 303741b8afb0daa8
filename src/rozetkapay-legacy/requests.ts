/**
 * What can be asked of the legacy API without holding a card number, in plain camelCase; see
 * card-data-requests.ts for the rest.
 *
 * Amounts are exact decimal strings ("1249.99") in the major unit: the document names no unit, its
 * examples are 0.28 and 1.50 UAH. They are written into the request digit by digit, so no float ever
 * touches them.
 *
 * @see https://deprecated-api.rozetkapay.com
 */

/**
 * `order_3ds_bypass`. The document's list of meanings is lost; by its examples `always` demands 3-D
 * Secure (the answer is "3DS verification is required"), `never` skips it, `supported` leaves it to
 * the card. Absent leaves it to the gateway.
 */
export type ThreeDsControl = "always" | "never" | "supported"

/** A line of the receipt. Amounts and quantity are decimal strings; they never change the total. */
export type LegacyProduct = {
  id?: string
  url?: string
  category?: string
  categoryId?: string
  name?: string
  description?: string
  amount?: string
  priceType?: "VAT" | "NET"
  vat?: string
  /** In the example of Privat Payment by Parts only. */
  currency?: string
  quantity?: string
  payload?: string
  /** Numbers whole. */
  metadata?: Record<string, string | number | boolean>
}

export type LegacyCustomer = {
  id?: string
  firstName?: string
  lastName?: string
  patronym?: string
  /** At most 50 characters with Przelewy24. */
  email?: string
  phone?: string
  ip?: string
  /** Language of the hosted page, e.g. "uk". */
  language?: string
  country?: string
  city?: string
  /** At most 6 characters with Przelewy24. */
  postalCode?: string
  /** At most 50 characters with Przelewy24. */
  address?: string
  /** "yyyy-MM-dd". */
  birthday?: string
  userAgent?: string
  referrer?: string
}

/** Who gets the goods or the money. */
export type LegacyRecipient = {
  firstName?: string
  lastName?: string
  patronym?: string
  city?: string
  postalCode?: string
  address?: string
  phone?: string
  email?: string
  /** A RozetkaPay card token, for P2P. */
  cardToken?: string
}

/** The browser as 3-D Secure 2 wants it; every value is text. */
export type LegacyBrowser = {
  colorDepth?: string
  screenHeight?: string
  screenWidth?: string
  javaEnabled?: string
  language?: string
  timeZone?: string
  timeZoneOffset?: string
  acceptHeader?: string
  ipAddress?: string
  userAgent?: string
}

/** What every primary operation says. */
export type LegacyOrder = {
  /**
   * At most 256 characters. Captures, voids and refunds take at most 32 (`LONGEST_ORDER_ID`), so one
   * that shall ever be refunded must not be longer.
   */
  orderId: string
  amount: string
  currency: string
  description: string
  threeDs?: ThreeDsControl
  /** Where webhooks go. */
  serverUrl?: string
  /** Where the shopper returns to. */
  resultUrl?: string
  customer?: LegacyCustomer
  recipient?: LegacyRecipient
  merchantMcc?: string
  /** At most 4000 characters; base64 for what has structure. Comes back in answers and webhooks. */
  payload?: string
  properties?: Record<string, string>
}

/** A payment to the shop. */
export type LegacyPayment = LegacyOrder & {
  /** true: `auth`, a hold to be captured; false: `purchase`, charged at once. */
  twoStep: boolean
  products?: LegacyProduct[]
  browser?: LegacyBrowser
  /** A second id of the shop's own. */
  merchantOrderId?: string
}

export type HostedPayment = LegacyPayment & {
  /** "applepay" in the document's example. Absent: the shopper chooses. */
  payway?: string
}

export type CardTokenPayment = LegacyPayment & {
  /** From the widget, or of an earlier payment (`cardTokenOf`). */
  cardToken: string
}

export type PartsPayment = LegacyPayment & {
  /** "2" to "25". The amount must be above 300 UAH. */
  partsCount: string
}

export type MobilePayment = LegacyPayment & {
  /** Base64 of the JSON that Google Pay or Apple Pay gave. */
  token: string
}

/** A secondary operation: on what an order has paid. */
export type LegacyChange = {
  /** At most 32 characters. */
  orderId: string
  /** Currency of the original order. */
  currency: string
  /** Where this operation's webhooks go. */
  serverUrl?: string
}

/** Absent amount: all of it. */
export type LegacyPartialChange = LegacyChange & { amount?: string }

/** A payout to the recipient of an order, to a card's token. Absent amount: all of it. */
export type P2pCreditByToken = LegacyPartialChange & {
  description?: string
  cardToken: string
  recipient?: Omit<LegacyRecipient, "cardToken" | "city" | "postalCode" | "address">
}

export type LegacyOperationReference = {
  orderId: string
  /** purchase, auth, capture, void, refund, … */
  method: string
}

/** Both included, to the second. */
export type LegacyPeriod = { from: Date; to: Date }
