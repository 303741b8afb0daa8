import type { StorefrontLanguage } from "./payment-sentence"

/** What goes wrong between a shop's page and its Medusa, in the shopper's words. By code. */
const TROUBLES = {
  no_connection: {
    uk: "Немає зв'язку з магазином. Перевірте інтернет і спробуйте ще раз.",
    en: "The shop can't be reached. Please check your connection and try again.",
  },
  answer_unreadable: {
    uk: "Магазин відповів незрозуміло. Спробуйте ще раз трохи згодом.",
    en: "The shop's answer can't be read. Please try again a little later.",
  },
  not_logged_in: {
    uk: "Увійдіть, будь ласка, у свій обліковий запис.",
    en: "Please log in to your account.",
  },
  cart_changed: {
    uk: "Ціна кошика змінилася. Нічого не списано; перевірте, будь ласка, суму і сплатіть ще раз.",
    en: "The cart's price has changed. Nothing was charged; please look at the sum and pay again.",
  },
} as const

export type Trouble = keyof typeof TROUBLES

export const trouble = (code: Trouble, language: StorefrontLanguage) => ({
  error: { code, message: TROUBLES[code][language] },
})
