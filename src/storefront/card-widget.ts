/**
 * RozetkaPay's card widget as its script puts it into the page (`window.RPayCardWidget`).
 * Source: "Widget" in the description of RozetkaPay's OpenAPI document.
 */
export type CardWidgetFactory = { init(params: CardWidgetParams): CardWidget }

export type CardWidget = { open(): void; close(): void }

export type WidgetLanguage = "uk" | "en" | "pl"

export type CardWidgetParams = {
  key: string
  mode: "inline"
  /** Id of the element that the form is put into. */
  selector: string
  onToken: (token: CardToken) => void
  /** Shown to the shopper, nothing more: what is charged is the payment session's amount. */
  amount?: number
  lang?: WidgetLanguage
  locale?: CardWidgetTexts
  style?: string
  type?: "full_card" | "pan_only"
  template?: string
  customer_ip?: string
  customer_id?: string
  customer_email?: string
  customer_country?: string
  customer_city?: string
}

/** Own words for the form's elements, by language. */
export type CardWidgetTexts = Partial<Record<WidgetLanguage, WidgetWords>>

type WidgetWords = {
  cardNumber?: string
  expiryDate?: string
  cvv?: string
  submit?: string
  yy?: string
  mm?: string
  hints?: { cvvHint?: string }
  errors?: { cardnumber?: string; expiryDate?: string; cvv?: string }
}

/** What the widget makes of a card. Works once, and not for long. */
export type CardToken = {
  token: string
  /** ISO 8601 without a zone, such as 2099-12-31T00:00:00. */
  expires_at: string
  /** Such as 424242******4242. */
  card_mask: string
}

/** The page's window, as far as the script and its loader talk through it. */
export type WidgetWindow = {
  RPayCardWidget?: CardWidgetFactory
  /** The script calls it when it has come. */
  __onWidgetReady?: () => void
}

export type WidgetTrouble = "no_browser" | "not_loaded" | "timeout" | "no_element" | "refused"

/** The card form can't be shown. `reason` is for code; the message is for developers. */
export class WidgetError extends Error {
  override readonly name = "WidgetError"

  constructor(
    readonly reason: WidgetTrouble,
    message: string,
  ) {
    super(message)
  }
}
