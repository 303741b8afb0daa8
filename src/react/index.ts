"use client"

/**
 * A checkout's parts for React 18 and 19, with or without Next. Plain markup with class names
 * `rozetkapay-…`; `medusa-payment-rozetkapay/react/styles.css` is there for who wants looks.
 */
export { BankPicker } from "./bank-picker"
export { CardForm } from "./card-form"
export { ExpressButton } from "./express-button"
export { PayButton } from "./pay-button"
export { PaymentMethods } from "./payment-methods"
export { PaymentNotice } from "./payment-notice"
export type {
  BankPickerProps,
  CardFormProps,
  ExpressButtonProps,
  PayButtonProps,
  PaymentMethodsProps,
  PaymentNoticeProps,
  RozetkaPayProviderProps,
  SavedCardsProps,
  ShownCart,
} from "./props"
export { RozetkaPayProvider } from "./rozetkapay-provider"
export { SavedCards } from "./saved-cards"
export type { Texts } from "./texts"
