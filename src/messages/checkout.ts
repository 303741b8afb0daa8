import type { InBoth } from "./language"

/**
 * Why a payment can't be started, or a cart not completed with it, for another reason than a refusal.
 * By code; `{shown}`, `{asked}`, `{lacks}`, `{cost}`, `{paid}` and `{amount}` are amounts with their currencies
 * ("10.00 UAH"), `{agreed}` and `{wanted}` currencies alone.
 */
export const CHECKOUT = {
  no_consent: {
    uk: "Ви не дозволяли оплату без картки або скасували цей дозвіл. Сплатіть, будь ласка, карткою.",
    en: "You have not agreed to payments without the card, or have withdrawn it. Please pay by card.",
  },
  consent_currency: {
    uk: "Ви дозволили оплату без картки лише у валюті {agreed}, а ця — у {wanted}. Сплатіть, будь ласка, карткою.",
    en: "You have agreed to payments without the card in {agreed} only, and this one is in {wanted}. Please pay by card.",
  },
  consent_guest: {
    uk: "Увійдіть у свій обліковий запис: без цього не можна дозволити оплату без картки чи платити так.",
    en: "Please log in: payments without the card can be agreed to, and made, only by customers who are logged in.",
  },
  /** Asked by somebody who is logged in, of a cart or a payment link that is not their own. */
  not_your_purchase: {
    uk: "Ця покупка не належить вашому обліковому запису, тому тут не можна зберегти картку, сплатити збереженою чи дозволити оплату без картки. Сплатіть, будь ласка, карткою.",
    en: "This purchase does not belong to your account, so a card can't be saved here, nor a saved one used, nor payments without the card agreed to. Please pay by card.",
  },
  already_ordered: {
    uk: "Цей кошик уже став замовленням. Нічого не списано.",
    en: "This cart has already become an order. Nothing was charged.",
  },
  paid: {
    uk: "Цей кошик уже оплачено, більше нічого не списано. Замовлення ось-ось буде оформлено.",
    en: "This cart is paid already, and nothing more was charged. The order is about to be placed.",
  },
  /** Of whatever is to be paid for an order, by its cart's page or by a link. */
  order_canceled: {
    uk: "Це замовлення скасовано, сплачувати нічого не потрібно. Нічого не списано.",
    en: "This order was cancelled: there is nothing to pay. Nothing was charged.",
  },
  link_closed: {
    uk: "Замовлення змінилося, тому так його вже не сплатити. Нічого не списано; попросіть, будь ласка, у магазину нове посилання.",
    en: "The order has changed, so it can't be paid here any more. Nothing was charged; please ask the shop for a new link.",
  },
  link_outdated: {
    uk: "За це замовлення лишилося сплатити {lacks}, а тут просять {asked}. Нічого не списано; попросіть, будь ласка, у магазину нове посилання.",
    en: "Only {lacks} are left to pay for this order, and {asked} are asked for here. Nothing was charged; please ask the shop for a new link.",
  },
  /** A part of what was paid went back before there was an order: staff decide about the rest. */
  being_looked_at: {
    uk: "Гроші за цю покупку вже надходили, і частину з них повернуто. Магазин з'ясовує, що робити з рештою; більше нічого не списано. Напишіть йому, будь ласка.",
    en: "Money for this purchase has arrived before, and a part of it went back. The shop is looking at the rest, and nothing more was charged; please write to it.",
  },
  another_is_starting: {
    uk: "За цей кошик уже розпочато інший платіж. Нічого більше не списано; зачекайте, будь ласка, хвилину.",
    en: "Another payment for this cart is being started. Nothing more was charged; please wait a minute.",
  },
  still_starting: {
    uk: "Платіж ще готується. Спробуйте ще раз за мить.",
    en: "This payment is still being started. Please try again in a moment.",
  },
  /** By RozetkaPay, for a reason that is the store's. */
  refused_start: {
    uk: "Зараз так сплатити не можна. Нічого не списано; виберіть, будь ласка, інший спосіб оплати або повідомте магазин.",
    en: "This can't be paid so right now. Nothing was charged; please choose another way to pay, or tell the shop.",
  },
  /** Nothing was sent. */
  no_answer: {
    uk: "RozetkaPay зараз не відповідає. Нічого не списано. Спробуйте ще раз за хвилину або виберіть інший спосіб оплати.",
    en: "RozetkaPay does not answer right now. Nothing was charged. Please try again in a minute or choose another way to pay.",
  },
  /** RozetkaPay does not say whether it is paid. */
  no_answer_yet: {
    uk: "RozetkaPay зараз не відповідає, тому платіж ще не підтверджено. Якщо ви заплатили, замовлення буде оформлено, щойно прийде відповідь.",
    en: "RozetkaPay does not answer right now, so the payment can't be confirmed yet. If you have paid, the order is placed as soon as it answers.",
  },
  unfinished: {
    uk: "Платіж ще не завершено. Спершу сплатіть на сторінці RozetkaPay.",
    en: "The payment is not finished yet. Please pay on RozetkaPay's page first.",
  },
  confirming: {
    uk: "Банк ще підтверджує платіж. Зачекайте, будь ласка, хвилину.",
    en: "The bank is still confirming the payment. Please wait a minute.",
  },
  given_back: {
    uk: "Цей платіж скасовано або повернено. Почніть, будь ласка, новий.",
    en: "This payment was cancelled or returned. Please start a new one.",
  },
  another_amount: {
    uk: "RozetkaPay показує {shown} замість {asked}. Гроші повернуться; почніть, будь ласка, новий платіж.",
    en: "RozetkaPay shows {shown} instead of {asked}. The money will be returned; please start a new payment.",
  },
  cart_changed: {
    uk: "Кошик змінився: він коштує {cost}, а сплачено {paid}. Гроші повернуться; почніть, будь ласка, новий платіж.",
    en: "The cart has changed: it costs {cost}, and {paid} were paid. The money will be returned; please start a new payment.",
  },
  /** Of several sellers. */
  parts_changed: {
    uk: "Кошик змінився: сплачено не стільки, скільки тепер належить кожному з продавців. Гроші повернуться; почніть, будь ласка, новий платіж.",
    en: "The cart has changed: its sellers were paid other parts of it than are theirs now. The money will be returned; please start a new payment.",
  },
  not_positive: {
    uk: "RozetkaPay не може прийняти оплату {amount}: сума має бути більшою за нуль.",
    en: "RozetkaPay can't take a payment of {amount}: the amount must be above zero.",
  },
  /** By this provider's contract. */
  not_offered: {
    uk: "Тут так сплатити не можна. Виберіть, будь ласка, інший спосіб оплати.",
    en: "This can not be paid so here. Please choose another way to pay.",
  },
  /** Of several sellers. */
  other_sellers: {
    uk: "У кошику тепер товари інших продавців. Почніть, будь ласка, новий платіж за нього.",
    en: "The cart has goods of other sellers now. Please start a new payment for it.",
  },
  cart_without_items: {
    uk: "У кошику немає товарів, тож сплачувати нема за що.",
    en: "There is nothing in the cart, so there is nothing to pay for.",
  },
  cart_without_email: {
    uk: "Вкажіть, будь ласка, електронну пошту, а тоді сплачуйте.",
    en: "Please give your e-mail address before you pay.",
  },
  cart_without_address: {
    uk: "Вкажіть, будь ласка, адресу доставки, а тоді сплачуйте.",
    en: "Please give the delivery address before you pay.",
  },
  cart_without_delivery: {
    uk: "Виберіть, будь ласка, спосіб доставки для всіх товарів кошика, а тоді сплачуйте.",
    en: "Please choose a way of delivery for everything in the cart before you pay.",
  },
  /** Buying in one click, on RozetkaPay's page. */
  express_not_offered: {
    uk: "Купити це одним натисканням тут не можна. Оформіть, будь ласка, замовлення звичайним способом.",
    en: "This can't be bought in one click here. Please check out in the usual way.",
  },
  express_currency: {
    uk: "Одним натисканням можна купити лише за гривні, а цей кошик у {currency}. Оформіть, будь ласка, замовлення звичайним способом.",
    en: "Only carts in hryvnias can be bought in one click, and this one is in {currency}. Please check out in the usual way.",
  },
  /** A credit line, a gift card. */
  express_lines: {
    uk: "Ціни товарів і доставки не складаються в суму кошика, тому одним натисканням його не купити. Нічого не списано; оформіть, будь ласка, замовлення звичайним способом.",
    en: "The prices of the goods and the delivery do not add up to the cart's total, so it can't be bought in one click. Nothing was charged; please check out in the usual way.",
  },
  /** By what the merchant has configured; the log says what is wrong with it. */
  express_delivery: {
    uk: "Доставку для купівлі одним натисканням зараз не можна вибрати. Нічого не списано; оформіть, будь ласка, замовлення звичайним способом.",
    en: "The delivery for buying in one click can't be chosen right now. Nothing was charged; please check out in the usual way.",
  },
  items_unavailable: {
    uk: "Товарів із кошика вже немає в потрібній кількості. Нічого не списано; змініть, будь ласка, кошик.",
    en: "There is not as much left as the cart has of it. Nothing was charged; please change the cart.",
  },
} as const satisfies Record<string, InBoth>

/** The code `paid` of a payment link. */
export const PAID_LINK = {
  uk: "Це замовлення вже сплачено, більше нічого не списано.",
  en: "This order is paid already, and nothing more was charged.",
} as const satisfies InBoth
