/**
 * For a store's pages: RozetkaPay's card form, and the words in which a payment session
 * is asked for. Runs in browsers; needs no framework and nothing of Medusa or Node.
 */
export { base64Token } from "./base64-token"
export { type BrowserFingerprint, browserFingerprint } from "./browser-fingerprint"
export { type CardForm, type CardFormOptions, mountCardForm } from "./card-form"
export {
  type CardToken,
  type CardWidget,
  type CardWidgetFactory,
  type CardWidgetParams,
  type CardWidgetTexts,
  WidgetError,
  type WidgetLanguage,
  type WidgetTrouble,
} from "./card-widget"
export { isRozetkaPay } from "./is-rozetkapay"
export { loadWidget, WIDGET_SCRIPT, type WidgetScript } from "./load-widget"
export { type NextStep, nextStep, returnAddress } from "./next-step"
export type {
  CardSettings,
  CardToAdd,
  PaymentActions,
  Started,
  StartInput,
} from "./payment-actions"
export { paymentSentence, type StorefrontLanguage } from "./payment-sentence"
export { readReturn } from "./read-return"
export type {
  Bank,
  BankPeriod,
  ConsentGiven,
  PaymentError,
  Refused,
  SavedCard,
  WayLimits,
  WaysToPay,
  WayToPay,
} from "./shopper-answers"
export { startInTurn } from "./start-in-turn"
export { storeActions } from "./store-actions"
export type { StoreClientOptions } from "./store-client"
export {
  type AlternativeInput,
  type CardConsent,
  type Consent,
  type InstalmentsInput,
  type PaymentMethod,
  payByAlternative,
  payByApplePay,
  payByBlik,
  payByCardToken,
  payByConsent,
  payByGooglePay,
  payBySavedCard,
  payInParts,
  payOnRozetkaPay,
  type SessionInput,
} from "./ways-to-pay"
