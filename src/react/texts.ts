import { fill } from "../messages/fill"
import type { StorefrontLanguage } from "../storefront/payment-sentence"

/** Everything the components say by themselves. `{name}` is filled in. */
export type Texts = Record<TextName, string>

const TEXTS = {
  how_to_pay: { uk: "Як сплатити", en: "How to pay" },
  loading_ways: { uk: "Шукаємо способи оплати…", en: "Looking for the ways to pay…" },
  no_ways: {
    uk: "Зараз цей кошик не можна сплатити через RozetkaPay.",
    en: "This cart can't be paid through RozetkaPay right now.",
  },
  again: { uk: "Спробувати ще раз", en: "Try again" },
  not_available: { uk: "Недоступно", en: "Not available" },
  from_sum: { uk: "від {least}", en: "from {least}" },
  to_sum: { uk: "до {most}", en: "up to {most}" },
  parts_range: { uk: "{least}–{most} платежів", en: "{least} to {most} payments" },
  pay: { uk: "Сплатити {sum}", en: "Pay {sum}" },
  pay_without_sum: { uk: "Сплатити", en: "Pay" },
  buy_in_parts: { uk: "Купити частинами", en: "Buy in parts" },
  starting: { uk: "Починаємо оплату…", en: "Starting the payment…" },
  still_starting: {
    uk: "Інший платіж за цей кошик ще готується. Чекаємо…",
    en: "Another payment of this cart is being started. Waiting…",
  },
  cart_gone: {
    uk: "Цього кошика вже немає або він уже став замовленням.",
    en: "This cart is not there any more, or has become an order.",
  },
  ordered: {
    uk: "Замовлення вже оформлено.",
    en: "The order is placed already.",
  },
  save_card: { uk: "Зберегти картку для наступних покупок", en: "Save the card for next time" },
  remember: {
    uk: "Дозволяю магазину списувати з цієї картки за наступні покупки без мого підтвердження",
    en: "I allow the shop to charge this card for later purchases without asking me again",
  },
  card_form: { uk: "Картка", en: "Card" },
  loading_card_form: { uk: "Відкриваємо форму картки…", en: "Opening the card form…" },
  no_card_form: {
    uk: "Форму картки не вдалося показати. Спробуйте ще раз або сплатіть на сторінці RozetkaPay.",
    en: "The card form can't be shown. Please try again, or pay on RozetkaPay's page.",
  },
  which_card: { uk: "Якою карткою", en: "Which card" },
  loading_cards: { uk: "Шукаємо ваші картки…", en: "Looking for your cards…" },
  no_cards: { uk: "Збережених карток немає.", en: "There are no saved cards." },
  card_or_other_way: {
    uk: "Виберіть, будь ласка, картку або інший спосіб оплати.",
    en: "Please choose a card, or another way to pay.",
  },
  no_card_to_pay_with: {
    uk: "Збережених карток ще немає. Виберіть, будь ласка, інший спосіб оплати.",
    en: "There are no saved cards yet. Please choose another way to pay.",
  },
  saved_cards: { uk: "Збережені картки", en: "Saved cards" },
  default_card: { uk: "основна", en: "default" },
  make_default: { uk: "Зробити основною", en: "Make it the default" },
  delete_card: { uk: "Видалити", en: "Delete" },
  really_delete: { uk: "Справді видалити?", en: "Really delete it?" },
  keep: { uk: "Залишити", en: "Keep it" },
  card_deleted: { uk: "Картку {card} видалено.", en: "The card {card} is deleted." },
  add_card: { uk: "Додати картку", en: "Add a card" },
  save: { uk: "Зберегти картку", en: "Save the card" },
  adding_card: { uk: "Додаємо картку…", en: "Adding the card…" },
  card_added: { uk: "Картку додано.", en: "The card is added." },
  consent_given: {
    uk: "Ви дозволили списувати з картки {card} за наступні покупки без підтвердження.",
    en: "You allow the shop to charge the card {card} for later purchases without asking.",
  },
  withdraw: { uk: "Скасувати дозвіл", en: "Withdraw the permission" },
  consent_withdrawn: {
    uk: "Дозвіл скасовано: без вас більше нічого не спишуть.",
    en: "The permission is withdrawn: nothing is charged without you any more.",
  },
  which_bank: { uk: "Банк", en: "Bank" },
  loading_banks: { uk: "Шукаємо банки…", en: "Looking for the banks…" },
  no_banks: {
    uk: "Зараз жоден банк не пропонує оплату частинами.",
    en: "No bank offers instalments right now.",
  },
  parts: { uk: "Кількість платежів", en: "Number of payments" },
  last_part: { uk: "Останній платіж: {last}.", en: "The last payment: {last}." },
  equal_parts: { uk: "Усі платежі однакові.", en: "All payments are equal." },
  bank_phone: {
    uk: "Номер телефону, за яким вас знає банк",
    en: "Telephone number by which the bank knows you",
  },
  blik_code: { uk: "Код BLIK", en: "BLIK code" },
  blik_hint: {
    uk: "Шість цифр із застосунку вашого банку.",
    en: "Six digits from your bank's app.",
  },
  one_click: { uk: "Купити одним натисканням", en: "Buy in one click" },
  one_click_hint: {
    uk: "Доставку й оплату виберете на сторінці RozetkaPay.",
    en: "You choose delivery and payment on RozetkaPay's page.",
  },
  fields_missing: { uk: "Заповніть, будь ласка: {field}.", en: "Please fill in: {field}." },
  went_wrong: {
    uk: "Щось пішло не так. Спробуйте ще раз трохи згодом.",
    en: "Something went wrong. Please try again a little later.",
  },
  notice_declined: { uk: "Оплата не пройшла", en: "The payment did not go through" },
  notice_unpaid: { uk: "Ви ще не сплатили", en: "You have not paid yet" },
  notice_unconfirmed: {
    uk: "Банк ще не підтвердив платіж",
    en: "The bank has not confirmed the payment yet",
  },
  notice_returned: { uk: "Гроші повертаються", en: "Your money is on its way back" },
  notice_paid_otherwise: {
    uk: "Замовлення сплачено, зайвий платіж повертається",
    en: "The order is paid, and the second payment is on its way back",
  },
  notice_unexplained: {
    uk: "Магазин перевіряє ваш платіж",
    en: "The shop is looking at your payment",
  },
  notice_unknown_session: { uk: "Цей платіж неактуальний", en: "This payment is out of date" },
} as const satisfies Record<string, Record<StorefrontLanguage, string>>

export type TextName = keyof typeof TEXTS

/** Says one of them, with its `{names}` filled in. */
export type Say = (name: TextName, values?: Record<string, string>) => string

export const sayIn =
  (language: StorefrontLanguage, own: Partial<Texts> = {}): Say =>
  (name, values) =>
    fill(own[name] ?? TEXTS[name][language], values)

/** "uk" is the language and "ua" the country, which storefronts have in their addresses. */
export const languageOf = (locale: string | undefined): StorefrontLanguage =>
  locale === undefined || /^u[ak]\b/i.test(locale) ? "uk" : "en"
