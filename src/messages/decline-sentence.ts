import type { Decline } from "../provider/payment-gateway"
import { acceptedLanguage } from "./accepted-language"

/** What a shopper can do about a refusal. The code itself goes to the log. */
type Remedy = "other_card" | "money" | "card_data" | "limit" | "confirm" | "again" | "bank"

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
  card_has_constraints: "bank",
  rejected_by_bank: "bank",
  transaction_declined: "bank",
  transaction_rejected: "bank",
}

/** The list of codes is open: a code that happens to be a property of every object is unknown too. */
const remedyOf = (code: string | null): Remedy =>
  (code !== null && Object.hasOwn(REMEDIES, code) && REMEDIES[code]) || "bank"

const SENTENCES = {
  uk: {
    other_card: "Цією карткою тут не можна оплатити. Спробуйте іншу картку.",
    money: "На картці недостатньо коштів. Поповніть її або спробуйте іншу картку.",
    card_data: "Перевірте номер картки, термін дії та CVV і спробуйте ще раз.",
    limit: "Перевищено ліміт картки. Змініть ліміт у застосунку банку або спробуйте іншу картку.",
    confirm: "Платіж не підтверджено у банку. Спробуйте ще раз і підтвердіть його.",
    again: "Оплату не завершено. Гроші не списано, спробуйте ще раз.",
    bank: "Банк відхилив платіж. Спробуйте іншу картку або зверніться до свого банку.",
  },
  en: {
    other_card: "This card can't be used here. Please try another card.",
    money: "There is not enough money on the card. Top it up or try another card.",
    card_data: "Please check the card number, expiry date and CVV and try again.",
    limit: "The card's limit is exceeded. Change it in your bank's app or try another card.",
    confirm: "The payment was not confirmed with your bank. Please try again and confirm it.",
    again: "The payment was not finished. Nothing was charged, please try again.",
    bank: "The bank declined the payment. Try another card or ask your bank.",
  },
} satisfies Record<string, Record<Remedy, string>>

export type ShopperLanguage = keyof typeof SENTENCES

/** A refusal in the shopper's words; an unknown code is the bank's refusal. */
export const declineSentence = (decline: Decline, language: ShopperLanguage): string =>
  SENTENCES[language][remedyOf(decline.code)]

type Locale = string | null | undefined

/**
 * The first of these that prefers one of our two languages decides: headers by their weights, plain
 * locales as they are. Null when none does: a storefront's server asks for "*".
 */
export const saidLanguage = (...locales: Locale[]): ShopperLanguage | null => {
  for (const locale of locales) {
    const language = locale ? acceptedLanguage(locale) : null
    if (language) return language
  }
  return null
}

/** The same; when none says, Ukrainian, and for readers of Polish English. */
export const shopperLanguage = (...locales: Locale[]): ShopperLanguage =>
  saidLanguage(...locales) ??
  (locales.some((locale) => locale && /^\s*pl/i.test(locale)) ? "en" : "uk")

const OTHER_SENTENCES = {
  uk: {
    unpaid: "Оплату не завершено. Гроші не списано, спробуйте ще раз.",
    returned: "Замовлення не вдалося оформити, гроші повертаються на картку.",
    unconfirmed:
      "Платіж не підтверджено. Можна сплатити ще раз: якщо пройдуть обидва платежі, один повернеться.",
    paid: "Цей кошик уже оплачено, більше нічого не списано. Замовлення ось-ось буде оформлено.",
    paid_link: "Це замовлення вже сплачено, більше нічого не списано.",
    paid_otherwise: "Замовлення вже сплачено іншим платежем, тому цей повертається на картку.",
    unexplained:
      "Гроші надійшли, але магазин не знаходить, за що. Магазин уже знає про це; напишіть йому, будь ласка, щоб отримати замовлення або гроші назад.",
    unknown_session: "Цей платіж уже неактуальний. Перевірте кошик і спробуйте ще раз.",
  },
  en: {
    unpaid: "The payment was not finished. Nothing was charged, please try again.",
    returned: "The order could not be placed; the money is on its way back to the card.",
    unconfirmed:
      "The payment is not confirmed. You may pay again: if both go through, one comes back.",
    paid: "This cart is paid already, and nothing more was charged. The order is about to be placed.",
    paid_link: "This order is paid already, and nothing more was charged.",
    paid_otherwise:
      "The order is paid by another payment already, so this one is on its way back to the card.",
    unexplained:
      "The money has arrived, and the shop can not find what it is for. The shop knows; please write to it to get your order or the money back.",
    unknown_session: "This payment is out of date. Please check the cart and try again.",
  },
} satisfies Record<ShopperLanguage, Record<string, string>>

/** What a shopper reads when the payment did not become an order for another reason than a refusal. */
export const shopperSentence = (
  outcome: keyof (typeof OTHER_SENTENCES)["uk"],
  language: ShopperLanguage,
): string => OTHER_SENTENCES[language][outcome]

/** Whether a word that came with a url is one of these outcomes, and no refusal's code. */
export const isOtherOutcome = (word: string): word is keyof (typeof OTHER_SENTENCES)["uk"] =>
  Object.hasOwn(OTHER_SENTENCES.uk, word)
