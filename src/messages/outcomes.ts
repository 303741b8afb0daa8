import type { InBoth, ShopperLanguage } from "./language"

/**
 * What a shopper reads when a payment did not become an order for another reason than a refusal. By the
 * reason that goes to the storefront's `failureUrl`.
 */
export const OUTCOMES = {
  unpaid: {
    uk: "Оплату не завершено. Гроші не списано, спробуйте ще раз.",
    en: "The payment was not finished. Nothing was charged, please try again.",
  },
  returned: {
    uk: "Замовлення не вдалося оформити, гроші повертаються на картку.",
    en: "The order could not be placed; the money is on its way back to the card.",
  },
  unconfirmed: {
    uk: "Платіж не підтверджено. Можна сплатити ще раз: якщо пройдуть обидва платежі, один повернеться.",
    en: "The payment is not confirmed. You may pay again: if both go through, one comes back.",
  },
  /** The order stands, by another try of its purchase. */
  paid_otherwise: {
    uk: "Замовлення вже сплачено іншим платежем, тому цей повертається на картку.",
    en: "The order is paid by another payment already, so this one is on its way back to the card.",
  },
  unexplained: {
    uk: "Гроші надійшли, але магазин не знаходить, за що. Магазин уже знає про це; напишіть йому, будь ласка, щоб отримати замовлення або гроші назад.",
    en: "The money has arrived, and the shop can not find what it is for. The shop knows; please write to it to get your order or the money back.",
  },
  unknown_session: {
    uk: "Цей платіж уже неактуальний. Перевірте кошик і спробуйте ще раз.",
    en: "This payment is out of date. Please check the cart and try again.",
  },
} as const satisfies Record<string, InBoth>

export type OtherOutcome = keyof typeof OUTCOMES

export const shopperSentence = (outcome: OtherOutcome, language: ShopperLanguage): string =>
  OUTCOMES[outcome][language]

/** Whether a word that came with a url is one of these outcomes, and no refusal's code. */
export const isOtherOutcome = (word: string): word is OtherOutcome => Object.hasOwn(OUTCOMES, word)
