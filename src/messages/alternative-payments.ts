import type { InBoth } from "./language"

/**
 * Why a payment by a Polish bank or lender can't be started as it was asked for. By code; `{methods}` are
 * the words that `method` may be.
 */
export const ALTERNATIVE_PAYMENTS = {
  method_unknown: {
    uk: "Виберіть, будь ласка, спосіб оплати: поле `method` у даних платіжної сесії має бути одним із {methods}.",
    en: "Please choose how to pay: the `method` of the payment session's data must be one of {methods}.",
  },
  blik_code_needed: {
    uk: "Введіть, будь ласка, шестизначний код BLIK із застосунку свого банку.",
    en: "Please enter the six-digit BLIK code from your bank's app.",
  },
} as const satisfies Record<string, InBoth>

/** The ways as a shopper chooses among them. */
export const ALTERNATIVE_METHODS = {
  blik: {
    name: { uk: "BLIK", en: "BLIK" },
    description: {
      uk: "Код із застосунку вашого банку; платіж підтверджується там само.",
      en: "A code from your bank's app, where you confirm the payment.",
    },
  },
  blik_paylater: {
    name: { uk: "BLIK: сплатити пізніше", en: "BLIK Pay Later" },
    description: {
      uk: "Покупка зараз, оплата згодом через ваш банк.",
      en: "Buy now and pay your bank later.",
    },
  },
  leasing: {
    name: { uk: "Лізинг для бізнесу (imoje)", en: "Business leasing (imoje)" },
    description: {
      uk: "Лізинг для компаній; умови підписуються на сторінці лізингодавця.",
      en: "Leasing for companies, agreed on the lessor's page.",
    },
  },
  leaselink: {
    name: { uk: "Лізинг LeaseLink", en: "LeaseLink leasing" },
    description: {
      uk: "Лізинг для компаній онлайн від LeaseLink.",
      en: "Online leasing for companies by LeaseLink.",
    },
  },
  santander: {
    name: { uk: "Розстрочка Santander", en: "Santander instalments" },
    description: {
      uk: "Кредит Santander Consumer Bank; заявка заповнюється на його сторінці.",
      en: "A loan of Santander Consumer Bank, applied for on its page.",
    },
  },
  przelewy24: {
    name: { uk: "Przelewy24", en: "Przelewy24" },
    description: {
      uk: "Швидкий переказ із польського банку.",
      en: "A quick transfer from a Polish bank.",
    },
  },
} as const satisfies Record<string, { name: InBoth; description: InBoth }>
