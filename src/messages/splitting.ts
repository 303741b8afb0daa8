import type { SplitError, SplitFacts } from "../core/split-error"
import { fill } from "./fill"
import type { InBoth, ShopperLanguage } from "./language"

/** Why an amount can't be split over sellers, for whoever looks after the store. */
export const SPLITTING = {
  line_without_total: "A line of the cart has no total.",
  unknown_seller:
    'The store has no seller {seller}: add it to the option "sellers", or correct the product that names it.',
  too_many_sellers:
    "The cart is of {sellers} sellers, and RozetkaPay splits a payment over {most} at most: fewer of them can be paid at once.",
  nothing_to_split: "There is nothing to pay, so there is nothing to split.",
  seller_gets_nothing:
    "Seller {seller} would get {share} of this cart, and RozetkaPay takes no order of zero or less.",
  seller_not_said:
    'It is not said whose {title} is: its seller must be a key of the option "sellers".',
  sellers_alike:
    "Sellers {seller} and {twin} can't be told apart at RozetkaPay: give one of them another key.",
  session_id_too_long:
    "The payment session's id {session} is too long to name an order for each seller by it.",
  not_by_batch: "A payment to several sellers can't be made by {method}.",
  no_amount_to_spread: "{amount} is no amount to spread over sellers.",
  two_orders_of_seller:
    "A seller has two orders in this payment, so a part of it has no one place.",
  sellers_have_less: "The sellers have {all} in all, which is less than {amount}.",
  seller_has_no_part: "Seller {seller} has no part in this payment.",
  seller_has_less: "Seller {seller} has {available}, which is less than the {share} named.",
  parts_not_whole: "The sellers' parts that were named add up to {named}, and not to {amount}.",
  parts_unreadable: 'Sellers\' parts are named as { "<seller\'s key>": "<amount>" }.',
  part_unreadable: 'The part of seller {seller} is no amount of {currency}: write it as "10.00".',
} as const satisfies Record<keyof SplitFacts, string>

/** The same where it is a shopper who meets it: without the merchant's advice. */
export const SPLITTING_FOR_SHOPPERS = {
  unknown_seller: {
    uk: "Цей кошик зараз не можна оплатити: магазин не знає продавця {seller}. Нічого не списано; повідомте, будь ласка, магазин.",
    en: "This cart can't be paid right now: the shop does not know the seller {seller}. Nothing was charged; please tell the shop.",
  },
  too_many_sellers: {
    uk: "У кошику товари {sellers} продавців, а одним платежем можна сплатити щонайбільше {most}. Нічого не списано; розділіть, будь ласка, покупку.",
    en: "The cart is of {sellers} sellers, and {most} at most can be paid at once. Nothing was charged; please buy in parts.",
  },
  nothing_to_split: {
    uk: "У цьому кошику нема чого сплачувати.",
    en: "There is nothing to pay in this cart.",
  },
  seller_gets_nothing: {
    uk: "Цей кошик не можна оплатити: продавець {seller} отримав би {share}, а кожен має отримати більше за нуль. Нічого не списано; змініть, будь ласка, кошик.",
    en: "This cart can't be paid: seller {seller} would get {share}, and each must get more than zero. Nothing was charged; please change the cart.",
  },
  seller_not_said: {
    uk: "Цей кошик зараз не можна оплатити: магазин не сказав, чий товар {title}. Нічого не списано; повідомте, будь ласка, магазин.",
    en: "This cart can't be paid right now: the shop has not said whose {title} is. Nothing was charged; please tell the shop.",
  },
} as const satisfies Partial<Record<keyof SplitFacts, InBoth>>

export const splitSentence = ({ code, facts }: SplitError): string => fill(SPLITTING[code], facts)

/** Null: nothing that a shopper could understand or change. */
export const splitSentenceForShopper = (
  { code, facts }: SplitError,
  language: ShopperLanguage,
): string | null => {
  const sentences: Partial<Record<keyof SplitFacts, InBoth>> = SPLITTING_FOR_SHOPPERS
  const sentence = sentences[code]
  return sentence ? fill(sentence[language], facts) : null
}
