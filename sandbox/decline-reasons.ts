/** Why a bank said no: the code, and the sentence in both languages. */
const REASONS: Record<string, { en: string; uk: string }> = {
  transaction_rejected: {
    en: "The transaction was rejected by the issuing bank",
    uk: "Банк відхилив операцію",
  },
  transaction_declined: { en: "The transaction was declined", uk: "Операцію відхилено" },
  rejected_by_bank: { en: "Rejected by the bank", uk: "Відхилено банком" },
  insufficient_funds: { en: "Insufficient funds on the card", uk: "Недостатньо коштів" },
  "3ds_verification_failed": {
    en: "3-D Secure verification failed",
    uk: "Перевірка 3-D Secure не пройдена",
  },
  card_expired: { en: "The card has expired", uk: "Термін дії картки закінчився" },
  card_is_lost_or_stolen: {
    en: "The card is reported lost or stolen",
    uk: "Картку втрачено або викрадено",
  },
  payment_card_has_invalid_status: {
    en: "The card has an invalid status",
    uk: "Картка має недійсний статус",
  },
  card_has_constraints: { en: "The card has constraints", uk: "На картку накладено обмеження" },
  card_not_found: { en: "The card was not found", uk: "Картку не знайдено" },
  transaction_is_canceled_by_payer: {
    en: "The customer refused to pay",
    uk: "Покупець відмовився платити",
  },
  order_expired: { en: "The time to pay has run out", uk: "Час на оплату вичерпано" },
  transaction_limit_exceeded: {
    en: "The card's limit is exceeded",
    uk: "Перевищено ліміт картки",
  },
  daily_card_usage_limit_reached: {
    en: "The card's daily limit is reached",
    uk: "Вичерпано денний ліміт картки",
  },
  timeout: { en: "The bank did not answer in time", uk: "Банк не відповів вчасно" },
}

const asWords = (code: string): string => code.replaceAll("_", " ")

export const declinedInEnglish = (code: string): string => REASONS[code]?.en ?? asWords(code)

export const declinedInUkrainian = (code: string): string | undefined => REASONS[code]?.uk
