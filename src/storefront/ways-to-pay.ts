import { base64Token } from "./base64-token"
import { type BrowserFingerprint, browserFingerprint } from "./browser-fingerprint"
import type { CardToken } from "./card-widget"

/** `data` of `POST /store/payment-collections/:id/payment-sessions`. */
export type SessionInput =
  | { mode: "hosted"; remember?: true }
  | { mode: "direct"; off_session: true }
  | {
      mode: "direct"
      payment_method: PaymentMethod
      fingerprint: BrowserFingerprint
      save?: true
      remember?: true
    }

/** Of the provider `rozetkapay-alternative`. */
export type AlternativeInput =
  | { method: "blik"; blik_code: string }
  | { method: "blik_paylater" | "przelewy24" | "santander" | "leasing" | "leaselink" }

/** Of the provider `rozetkapay-payparts`. */
export type InstalmentsInput = { bank: string; parts: number }

export type PaymentMethod =
  | { type: "cc_token" | "google_pay" | "apple_pay"; token: string }
  | { type: "wallet"; option_id: string }

export type Consent = {
  /** The customer allows later payments without them. Ask before you set it. */
  remember?: boolean
}

export type CardConsent = Consent & {
  /** The customer wants to find this card among their saved ones. Not for guests. */
  save?: boolean
}

/** On RozetkaPay's page. */
export const payOnRozetkaPay = ({ remember }: Consent = {}): SessionInput => ({
  mode: "hosted",
  ...(remember && { remember }),
})

/** By the token that `mountCardForm` gave. */
export const payByCardToken = (
  token: string | Pick<CardToken, "token">,
  { save, remember }: CardConsent = {},
): SessionInput => ({
  ...direct({ type: "cc_token", token: typeof token === "string" ? token : token.token }),
  ...(save && { save }),
  ...(remember && { remember }),
})

/** @param token `paymentData.paymentMethodData.tokenizationData.token`, as Google gave it */
export const payByGooglePay = (token: string, { remember }: Consent = {}): SessionInput => ({
  ...direct({ type: "google_pay", token: base64Token(token) }),
  ...(remember && { remember }),
})

/** @param paymentData `event.payment.token.paymentData` of Apple Pay's `onpaymentauthorized` */
export const payByApplePay = (
  paymentData: object | string,
  { remember }: Consent = {},
): SessionInput => ({
  ...direct({ type: "apple_pay", token: base64Token(paymentData) }),
  ...(remember && { remember }),
})

/** With a card of the logged-in customer, by its id in the list of saved cards. */
export const payBySavedCard = (optionId: string, { remember }: Consent = {}): SessionInput => ({
  ...direct({ type: "wallet", option_id: optionId }),
  ...(remember && { remember }),
})

/** By the consent that the logged-in customer gave earlier with `remember`: nothing to type, no 3-D Secure. */
export const payByConsent = (): SessionInput => ({ mode: "direct", off_session: true })

/** By the six digits that the shopper's bank shows in its app, where they confirm the payment. */
export const payByBlik = (code: string): AlternativeInput => ({
  method: "blik",
  blik_code: code.replace(/\D/g, ""),
})

/** On the page of a Polish bank or lender. */
export const payByAlternative = (
  method: Exclude<AlternativeInput["method"], "blik">,
): AlternativeInput => ({ method })

/** By a bank of `GET /store/rozetkapay/payparts`, in one of its numbers of parts. */
export const payInParts = (bank: string, parts: number): InstalmentsInput => ({ bank, parts })

const direct = (payment_method: PaymentMethod) => ({
  mode: "direct" as const,
  payment_method,
  fingerprint: browserFingerprint(),
})
