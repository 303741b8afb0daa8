import type { InBoth, ShopperLanguage } from "./language"

/** What a shopper can do about a refusal. The code itself goes to the log. */
type Remedy =
  | "other_card"
  | "money"
  | "card_data"
  | "limit"
  | "confirm"
  | "again"
  | "bank"
  | "pay_now"
  | "agree_again"
  | "bank_customer"
  | "bank_app"
  | "other_parts"
  | "open_order"

const REMEDIES: Record<string, Remedy> = {
  insufficient_funds: "money",
  balances_limitation: "money",
  credit_limit_exceeded: "money",
  card_expired: "card_data",
  invalid_card_data: "card_data",
  wrong_card_number: "card_data",
  wrong_cvv: "card_data",
  wrong_cavv: "confirm",
  cvv_is_required: "card_data",
  transaction_limit_exceeded: "limit",
  transaction_amount_limit: "limit",
  daily_card_usage_limit_reached: "limit",
  completion_limit_reached: "limit",
  "3ds_verification_failed": "confirm",
  "3ds_required": "confirm",
  confirmation_timeout: "confirm",
  wrong_otp_code: "confirm",
  wrong_pin: "confirm",
  transaction_is_canceled_by_payer: "again",
  order_expired: "again",
  session_expired: "again",
  timeout: "again",
  acs_service_unavailable: "again",
  // A token of the widget or of a phone works once and not for long: a new one may do.
  invalid_card_token: "again",
  invalid_apple_pay_token: "again",
  invalid_google_pay_token: "again",
  expired_or_invalid_token: "again",
  invalid_token: "again",
  token_does_not_exist: "again",
  card_not_supported: "other_card",
  card_type_is_not_supported: "other_card",
  payment_system_not_supported: "other_card",
  "3ds_not_supported": "other_card",
  // Ours, of who wanted to pay when the parcel comes.
  pay_on_delivery_not_accepted: "pay_now",
  pay_on_delivery_outdated: "agree_again",
  card_has_constraints: "bank",
  rejected_by_bank: "bank",
  transaction_declined: "bank",
  transaction_rejected: "bank",
  // Of payments in instalments.
  user_not_found: "bank_customer",
  invalid_phone_number: "bank_customer",
  banking_application_is_not_installed: "bank_app",
  wrong_installment_period: "other_parts",
  wrong_payment_count: "other_parts",
  wrong_payparts_period: "other_parts",
  simultaneous_open_orders_not_supported_by_bank: "open_order",
}

/** The list of codes is open: a code that happens to be a property of every object is unknown too. */
const remedyOf = (code: string | null): Remedy =>
  (code !== null && Object.hasOwn(REMEDIES, code) && REMEDIES[code]) || "bank"

export const REMEDY_SENTENCES = {
  other_card: {
    uk: "Цією карткою тут не можна оплатити. Спробуйте іншу картку.",
    en: "This card can't be used here. Please try another card.",
  },
  money: {
    uk: "На картці недостатньо коштів. Поповніть її або спробуйте іншу картку.",
    en: "There is not enough money on the card. Top it up or try another card.",
  },
  card_data: {
    uk: "Перевірте номер картки, термін дії та CVV і спробуйте ще раз.",
    en: "Please check the card number, expiry date and CVV and try again.",
  },
  limit: {
    uk: "Перевищено ліміт картки. Змініть ліміт у застосунку банку або спробуйте іншу картку.",
    en: "The card's limit is exceeded. Change it in your bank's app or try another card.",
  },
  confirm: {
    uk: "Платіж не підтверджено у банку. Спробуйте ще раз і підтвердіть його.",
    en: "The payment was not confirmed with your bank. Please try again and confirm it.",
  },
  again: {
    uk: "Оплату не завершено. Гроші не списано, спробуйте ще раз.",
    en: "The payment was not finished. Nothing was charged, please try again.",
  },
  pay_now: {
    uk: "Цей магазин не приймає оплату під час отримання, тому замовлення не оформлено. Гроші не списано; сплатіть, будь ласка, карткою.",
    en: "This shop does not take payment on delivery, so no order was placed. Nothing was charged; please pay by card.",
  },
  agree_again: {
    uk: "Замовлення з оплатою під час отримання не вдалося оформити. Гроші не списано; перевірте, будь ласка, кошик і спробуйте ще раз.",
    en: "The order to be paid on delivery could not be placed. Nothing was charged; please check the cart and try again.",
  },
  bank_customer: {
    uk: "Банк не знає клієнта з таким номером телефону. Перевірте номер або виберіть інший банк.",
    en: "The bank knows no customer by this telephone number. Check the number or choose another bank.",
  },
  bank_app: {
    uk: "Щоб так сплатити, потрібен застосунок банку. Встановіть його або виберіть інший спосіб оплати.",
    en: "This way of paying needs the bank's app. Install it or choose another way to pay.",
  },
  other_parts: {
    uk: "На стільки платежів банк цю покупку не ділить. Виберіть іншу кількість.",
    en: "The bank does not split this purchase into so many parts. Choose another number of them.",
  },
  open_order: {
    uk: "У цьому банку на вас уже чекає інша покупка частинами. Підтвердьте або скасуйте її в застосунку банку, а тоді спробуйте ще раз.",
    en: "Another purchase in instalments is waiting for you at this bank. Confirm or cancel it in the bank's app, then try again.",
  },
  bank: {
    uk: "Банк відхилив платіж. Спробуйте іншу картку або зверніться до свого банку.",
    en: "The bank declined the payment. Try another card or ask your bank.",
  },
} as const satisfies Record<Remedy, InBoth>

/** What else is said of it, in the bank's own words, is never repeated. */
type Refusal = { code: string | null; description?: string | null }

/** A refusal in the shopper's words; an unknown code is the bank's refusal. */
export const declineSentence = ({ code }: Refusal, language: ShopperLanguage): string =>
  REMEDY_SENTENCES[remedyOf(code)][language]
