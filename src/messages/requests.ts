import type { InBoth } from "./language"

/**
 * What is wrong with a storefront's own request: a mistake of its code, which a shopper can do nothing
 * about, but may be the first to read. By code; `{fields}` are the names of the fields at fault, never
 * what stands in them.
 */
export const REQUESTS = {
  unknown_mode: {
    uk: 'Поле `mode` у даних платіжної сесії має бути "hosted", "direct" або "express_checkout".',
    en: 'The `mode` of a payment session\'s data must be "hosted", "direct" or "express_checkout".',
  },
  card_data: {
    uk: "Номери карток, CVV і розшифровані дані гаманців ніколи не можна надсилати магазину. Перетворіть, будь ласка, картку на токен віджетом RozetkaPay.",
    en: "Card numbers, CVVs and decrypted wallet payloads must never be sent to the store. Please turn the card into a token with RozetkaPay's widget.",
  },
  data_not_object: {
    uk: "Дані платіжної сесії мають бути об'єктом.",
    en: "A payment session's data must be an object.",
  },
  payment_incomplete: {
    uk: "Цей спосіб оплати описано не повністю: перевірте, будь ласка, {fields} у даних платіжної сесії.",
    en: "This way of paying is not complete: please check {fields} in the payment session's data.",
  },
  method_not_direct: {
    uk: 'Поле `payment_method` буває лише з `mode: "direct"` і без `off_session`.',
    en: 'A `payment_method` goes with `mode: "direct"`, and not with `off_session`.',
  },
  not_a_card: {
    uk: "Зберегти можна лише картку: `save` буває тільки з `payment_method` типу cc_token.",
    en: "Only a card can be saved: `save` goes with a `payment_method` of type cc_token.",
  },
  token_out_of_request: {
    uk: "Токен картки чи код діє лише в запиті, який його приносить: POST /store/payment-collections/:id/payment-sessions. Почніть, будь ласка, платіж ще раз.",
    en: "A card's token, or a code, can only be used in the request that brings it: POST /store/payment-collections/:id/payment-sessions. Please start the payment again.",
  },
  card_not_object: {
    uk: "Картку, яку треба зберегти, описує об'єкт.",
    en: "A card to be saved must be described by an object.",
  },
  card_not_from_widget: {
    uk: "Картку, яку треба зберегти, описує те, що дає віджет RozetkaPay: `token`, `card_mask` і `expires_at`, а не `payment_method`.",
    en: "A card to be saved is what RozetkaPay's widget hands out: `token`, `card_mask` and `expires_at`, not a `payment_method`.",
  },
  card_incomplete: {
    uk: "Таку картку не можна зберегти: перевірте, будь ласка, {fields}.",
    en: "This card can't be saved as it is: please check {fields}.",
  },
} as const satisfies Record<string, InBoth>
