import type { InBoth } from "./language"

/**
 * Why a payment in instalments can't be started as it was asked for. By code; `{banks}` are the words that
 * `bank` may be, `{bank}` is the bank as people call it, `{parts}` are numbers.
 */
export const INSTALMENTS = {
  bank_unknown: {
    uk: "Виберіть, будь ласка, банк: поле `bank` у даних платіжної сесії має бути одним із: {banks}.",
    en: "Please choose a bank: the `bank` of the payment session's data must be one of {banks}.",
  },
  parts_not_available: {
    uk: "На таку кількість платежів {bank} не ділить. Виберіть, будь ласка, одну з цих: {parts}.",
    en: "A purchase is not split into so many parts by {bank}. Please choose one of these: {parts}.",
  },
  phone_not_ukrainian: {
    uk: "Банк питає за номером телефону, а цього номера не знає. Вкажіть, будь ласка, в адресі український номер, на який зареєстровано ваш банк: +380XXXXXXXXX.",
    en: "The bank asks you by your telephone number, and can't know this one. Please give the Ukrainian number that your bank knows you by in the address: +380XXXXXXXXX.",
  },
} as const satisfies Record<string, InBoth>

/** As people call them, and where each asks its customers. A bank that is not here goes by what RozetkaPay calls it. */
export const BANKS: Readonly<Record<string, { name: InBoth; asks: InBoth }>> = {
  monobank: {
    name: { uk: "monobank", en: "monobank" },
    asks: {
      uk: "Відкрийте застосунок monobank: там на вас чекає покупка частинами. Підтвердьте її.",
      en: "Open the monobank app: a purchase in instalments is waiting for you there. Confirm it.",
    },
  },
  privatbank: {
    name: { uk: "ПриватБанк", en: "PrivatBank" },
    asks: {
      uk: "Відкрийте застосунок Приват24: там на вас чекає «Оплата частинами». Підтвердьте її.",
      en: "Open the Privat24 app: a payment in instalments is waiting for you there. Confirm it.",
    },
  },
  abank: {
    name: { uk: "А-Банк", en: "A-Bank" },
    asks: {
      uk: "Відкрийте застосунок ABank24: там на вас чекає оплата частинами. Підтвердьте її.",
      en: "Open the ABank24 app: a payment in instalments is waiting for you there. Confirm it.",
    },
  },
  izibank: {
    name: { uk: "izibank", en: "izibank" },
    asks: {
      uk: "Відкрийте застосунок izibank: там на вас чекає оплата частинами. Підтвердьте її.",
      en: "Open the izibank app: a payment in instalments is waiting for you there. Confirm it.",
    },
  },
  oschadbank: {
    name: { uk: "Ощадбанк", en: "Oschadbank" },
    asks: {
      uk: "Ощадбанк ще розглядає вашу покупку частинами.",
      en: "Oschadbank is still looking at your purchase in instalments.",
    },
  },
  rozetkapay: {
    name: { uk: "RozetkaPay", en: "RozetkaPay" },
    asks: {
      uk: "RozetkaPay ще розглядає вашу заявку на оплату частинами.",
      en: "RozetkaPay is still looking at your application for instalments.",
    },
  },
}

/** Of a bank that is not among them. */
export const IN_BANKS_APP = {
  uk: "Відкрийте застосунок {bank} або дочекайтеся повідомлення від банку: там на вас чекає оплата частинами. Підтвердьте її.",
  en: "Open the app of {bank}, or wait for the bank's message: a payment in instalments is waiting for you there. Confirm it.",
} as const satisfies InBoth

/** How a storefront's list of ways describes one. */
export const IN_INSTALMENTS = {
  uk: "Оплата частинами: магазин отримує все одразу, а ви платите банку щомісяця.",
  en: "In instalments: the shop gets all of it at once, and you pay the bank month by month.",
} as const satisfies InBoth
