import type { ShopperLanguage } from "./decline-sentence"

/**
 * Why a payment can't be started, or a cart not completed with it, for another reason than a refusal.
 * The names are what storefronts read beside the sentences: they never change (README, "What a storefront reads").
 */
type CheckoutSentences = {
  no_consent: string
  /** @param agreed,asked ISO 4217 */
  consent_currency(agreed: string, asked: string): string
  consent_guest: string
  /** Asked by somebody who is logged in, of a cart or a payment link that is not their own. */
  not_your_purchase: string
  already_ordered: string
  /** Of whatever is to be paid for an order, by its cart's page or by a link. */
  order_canceled: string
  link_closed: string
  /** @param lacks,asked amounts with their currencies: "10.00 UAH" */
  link_outdated(lacks: string, asked: string): string
  /** A part of what was paid went back before there was an order: staff decide about the rest. */
  being_looked_at: string
  another_is_starting: string
  still_starting: string
  /** By RozetkaPay, for a reason that is the store's. */
  refused_start: string
  /** Nothing was sent. */
  no_answer: string
  /** RozetkaPay does not say whether it is paid. */
  no_answer_yet: string
  unfinished: string
  confirming: string
  given_back: string
  /** @param shown,asked amounts with their currencies: "10.00 UAH" */
  another_amount(shown: string, asked: string): string
  /** @param cost,paid as above */
  cart_changed(cost: string, paid: string): string
  /** Of several sellers. */
  parts_changed: string
  not_positive(amount: string): string
  /** By this provider's contract. */
  not_offered: string
  /** Of several sellers. */
  other_sellers: string
  /** What a cart lacks to become an order. */
  cart_without_items: string
  cart_without_email: string
  cart_without_address: string
  cart_without_delivery: string
  items_unavailable: string
}

/** A stable word for a storefront to act on. */
export type CheckoutCode = keyof CheckoutSentences

/** Those whose sentence says no amount. */
export type PlainCode = {
  [Code in CheckoutCode]: CheckoutSentences[Code] extends string ? Code : never
}[CheckoutCode]

const SENTENCES: Record<ShopperLanguage, CheckoutSentences> = {
  uk: {
    no_consent:
      "Ви не дозволяли оплату без картки або скасували цей дозвіл. Сплатіть, будь ласка, карткою.",
    consent_currency: (agreed, asked) =>
      `Ви дозволили оплату без картки лише у валюті ${agreed}, а ця — у ${asked}. Сплатіть, будь ласка, карткою.`,
    consent_guest:
      "Увійдіть у свій обліковий запис: без цього не можна дозволити оплату без картки чи платити так.",
    not_your_purchase:
      "Ця покупка не належить вашому обліковому запису, тому тут не можна зберегти картку, сплатити збереженою чи дозволити оплату без картки. Сплатіть, будь ласка, карткою.",
    already_ordered: "Цей кошик уже став замовленням. Нічого не списано.",
    order_canceled: "Це замовлення скасовано, сплачувати нічого не потрібно. Нічого не списано.",
    link_closed:
      "Замовлення змінилося, тому так його вже не сплатити. Нічого не списано; попросіть, будь ласка, у магазину нове посилання.",
    link_outdated: (lacks, asked) =>
      `За це замовлення лишилося сплатити ${lacks}, а тут просять ${asked}. Нічого не списано; попросіть, будь ласка, у магазину нове посилання.`,
    being_looked_at:
      "Гроші за цю покупку вже надходили, і частину з них повернуто. Магазин з'ясовує, що робити з рештою; більше нічого не списано. Напишіть йому, будь ласка.",
    another_is_starting:
      "За цей кошик уже розпочато інший платіж. Нічого більше не списано; зачекайте, будь ласка, хвилину.",
    still_starting: "Платіж ще готується. Спробуйте ще раз за мить.",
    refused_start:
      "Зараз так сплатити не можна. Нічого не списано; виберіть, будь ласка, інший спосіб оплати або повідомте магазин.",
    no_answer:
      "RozetkaPay зараз не відповідає. Нічого не списано. Спробуйте ще раз за хвилину або виберіть інший спосіб оплати.",
    no_answer_yet:
      "RozetkaPay зараз не відповідає, тому платіж ще не підтверджено. Якщо ви заплатили, замовлення буде оформлено, щойно прийде відповідь.",
    unfinished: "Платіж ще не завершено. Спершу сплатіть на сторінці RozetkaPay.",
    confirming: "Банк ще підтверджує платіж. Зачекайте, будь ласка, хвилину.",
    given_back: "Цей платіж скасовано або повернено. Почніть, будь ласка, новий.",
    another_amount: (shown, asked) =>
      `RozetkaPay показує ${shown} замість ${asked}. Гроші повернуться; почніть, будь ласка, новий платіж.`,
    cart_changed: (cost, paid) =>
      `Кошик змінився: він коштує ${cost}, а сплачено ${paid}. Гроші повернуться; почніть, будь ласка, новий платіж.`,
    parts_changed:
      "Кошик змінився: сплачено не стільки, скільки тепер належить кожному з продавців. Гроші повернуться; почніть, будь ласка, новий платіж.",
    not_positive: (amount) =>
      `RozetkaPay не може прийняти оплату ${amount}: сума має бути більшою за нуль.`,
    not_offered: "Тут так сплатити не можна. Виберіть, будь ласка, інший спосіб оплати.",
    other_sellers:
      "У кошику тепер товари інших продавців. Почніть, будь ласка, новий платіж за нього.",
    cart_without_items: "У кошику немає товарів, тож сплачувати нема за що.",
    cart_without_email: "Вкажіть, будь ласка, електронну пошту, а тоді сплачуйте.",
    cart_without_address: "Вкажіть, будь ласка, адресу доставки, а тоді сплачуйте.",
    cart_without_delivery:
      "Виберіть, будь ласка, спосіб доставки для всіх товарів кошика, а тоді сплачуйте.",
    items_unavailable:
      "Товарів із кошика вже немає в потрібній кількості. Нічого не списано; змініть, будь ласка, кошик.",
  },
  en: {
    no_consent:
      "You have not agreed to payments without the card, or have withdrawn it. Please pay by card.",
    consent_currency: (agreed, asked) =>
      `You have agreed to payments without the card in ${agreed} only, and this one is in ${asked}. Please pay by card.`,
    consent_guest:
      "Please log in: payments without the card can be agreed to, and made, only by customers who are logged in.",
    not_your_purchase:
      "This purchase does not belong to your account, so a card can't be saved here, nor a saved one used, nor payments without the card agreed to. Please pay by card.",
    already_ordered: "This cart has already become an order. Nothing was charged.",
    order_canceled: "This order was cancelled: there is nothing to pay. Nothing was charged.",
    link_closed:
      "The order has changed, so it can't be paid here any more. Nothing was charged; please ask the shop for a new link.",
    link_outdated: (lacks, asked) =>
      `Only ${lacks} are left to pay for this order, and ${asked} are asked for here. Nothing was charged; please ask the shop for a new link.`,
    being_looked_at:
      "Money for this purchase has arrived before, and a part of it went back. The shop is looking at the rest, and nothing more was charged; please write to it.",
    another_is_starting:
      "Another payment for this cart is being started. Nothing more was charged; please wait a minute.",
    still_starting: "This payment is still being started. Please try again in a moment.",
    refused_start:
      "This can't be paid so right now. Nothing was charged; please choose another way to pay, or tell the shop.",
    no_answer:
      "RozetkaPay does not answer right now. Nothing was charged. Please try again in a minute or choose another way to pay.",
    no_answer_yet:
      "RozetkaPay does not answer right now, so the payment can't be confirmed yet. If you have paid, the order is placed as soon as it answers.",
    unfinished: "The payment is not finished yet. Please pay on RozetkaPay's page first.",
    confirming: "The bank is still confirming the payment. Please wait a minute.",
    given_back: "This payment was cancelled or returned. Please start a new one.",
    another_amount: (shown, asked) =>
      `RozetkaPay shows ${shown} instead of ${asked}. The money will be returned; please start a new payment.`,
    cart_changed: (cost, paid) =>
      `The cart has changed: it costs ${cost}, and ${paid} were paid. The money will be returned; please start a new payment.`,
    parts_changed:
      "The cart has changed: its sellers were paid other parts of it than are theirs now. The money will be returned; please start a new payment.",
    not_positive: (amount) =>
      `RozetkaPay can't take a payment of ${amount}: the amount must be above zero.`,
    not_offered: "This can not be paid so here. Please choose another way to pay.",
    other_sellers: "The cart has goods of other sellers now. Please start a new payment for it.",
    cart_without_items: "There is nothing in the cart, so there is nothing to pay for.",
    cart_without_email: "Please give your e-mail address before you pay.",
    cart_without_address: "Please give the delivery address before you pay.",
    cart_without_delivery:
      "Please choose a way of delivery for everything in the cart before you pay.",
    items_unavailable:
      "There is not as much left as the cart has of it. Nothing was charged; please change the cart.",
  },
}

/** The sentences that a shopper reads while paying, in their language. */
export const checkoutSentences = (language: ShopperLanguage): CheckoutSentences =>
  SENTENCES[language]
