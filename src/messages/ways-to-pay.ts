import type { InBoth } from "./language"

/**
 * Why a cart can't be paid in one of the ways there are: said in the list of ways, and when such a payment
 * is started all the same. By code; `{wanted}` and `{currency}` are currencies or countries, `{least}` and
 * `{most}` amounts with their currency, `{fields}` details of the shopper in words.
 */
export const WAY_REASONS = {
  currency_not_supported: {
    uk: "Так можна сплатити лише у валюті {wanted}, а кошик у {currency}. Виберіть, будь ласка, інший спосіб оплати.",
    en: "This way of paying is for {wanted} only, and the cart is in {currency}. Please choose another one.",
  },
  country_not_supported: {
    uk: "Так можна сплатити лише з адресою в країні {wanted}. Виберіть, будь ласка, інший спосіб оплати.",
    en: "This way of paying is for addresses in {wanted} only. Please choose another one.",
  },
  amount_below_least: {
    uk: "Так можна сплатити від {least}. Виберіть, будь ласка, інший спосіб оплати.",
    en: "This way of paying begins at {least}. Please choose another one.",
  },
  amount_above_most: {
    uk: "Так можна сплатити щонайбільше {most}. Виберіть, будь ласка, інший спосіб оплати.",
    en: "This way of paying ends at {most}. Please choose another one.",
  },
  customer_details_missing: {
    uk: "Щоб так сплатити, вкажіть, будь ласка: {fields}.",
    en: "To pay this way, please fill in: {fields}.",
  },
  not_set_up: {
    uk: "Магазин ще не налаштував цей спосіб оплати. Виберіть, будь ласка, інший.",
    en: "The shop has not set this way of paying up yet. Please choose another one.",
  },
} as const satisfies Record<string, InBoth>

/** A shopper's details, as a form calls them. */
export const CUSTOMER_DETAILS = {
  first_name: { uk: "ім'я", en: "first name" },
  last_name: { uk: "прізвище", en: "last name" },
  email: { uk: "електронна пошта", en: "e-mail address" },
  phone: { uk: "телефон", en: "telephone" },
  country: { uk: "країна", en: "country" },
} as const satisfies Record<string, InBoth>

/** Ways to pay that several of RozetkaPay's APIs have, as a shopper chooses among them. */
export const WAYS = {
  page: {
    name: { uk: "Картка, Apple Pay або Google Pay", en: "Card, Apple Pay or Google Pay" },
    description: {
      uk: "На захищеній сторінці RozetkaPay.",
      en: "On RozetkaPay's secure page.",
    },
  },
  card: {
    name: { uk: "Картка", en: "Card" },
    description: {
      uk: "Просто тут, у формі RozetkaPay.",
      en: "Right here, in RozetkaPay's form.",
    },
  },
  google_pay: {
    name: { uk: "Google Pay", en: "Google Pay" },
    description: {
      uk: "Карткою з вашого облікового запису Google.",
      en: "By a card of your Google account.",
    },
  },
  apple_pay: {
    name: { uk: "Apple Pay", en: "Apple Pay" },
    description: { uk: "Карткою з вашого пристрою Apple.", en: "By a card of your Apple device." },
  },
  saved_card: {
    name: { uk: "Збережена картка", en: "Saved card" },
    description: {
      uk: "Карткою, яку ви зберегли раніше.",
      en: "By a card that you have saved before.",
    },
  },
  consent: {
    name: { uk: "Оплата без введення картки", en: "Pay without entering a card" },
    description: {
      uk: "Карткою, з якої ви раніше дозволили платити.",
      en: "By the card that you have allowed this shop to charge.",
    },
  },
} as const satisfies Record<string, { name: InBoth; description: InBoth }>
