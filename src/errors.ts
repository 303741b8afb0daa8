import { MedusaError } from "@medusajs/framework/utils"
import { z } from "zod"
import { errorMessage } from "./log/error-message"
import { ALTERNATIVE_PAYMENTS } from "./messages/alternative-payments"
import { CHECKOUT } from "./messages/checkout"
import { declineSentence } from "./messages/declines"
import { DEVELOPER } from "./messages/developer"
import { fill, type Told } from "./messages/fill"
import { INSTALMENTS } from "./messages/instalments"
import type { ShopperLanguage } from "./messages/language"
import { REQUESTS } from "./messages/requests"
import type { SAVED_CARDS } from "./messages/saved-cards"
import type { SPLITTING } from "./messages/splitting"
import { STAFF } from "./messages/staff"
import { WAY_REASONS } from "./messages/ways-to-pay"

type Facts = {
  /** Who may read the sentence, and so in which language and how much of the store's it tells. */
  to: "shopper" | "staff" | "developer"
  /** Of HTTP. 200: met only when a cart is completed, which Medusa answers with the cart. */
  status: number
  /** Medusa's: what its own code decides by, and the `type` of the answer. */
  type: string
  /** In the routes of saved cards, where it differs. */
  statusOfCards?: number
}

const {
  CONFLICT,
  INVALID_DATA,
  NOT_ALLOWED,
  NOT_FOUND,
  PAYMENT_AUTHORIZATION_ERROR: NOT_AUTHORIZED,
  PAYMENT_REQUIRES_MORE_ERROR: REQUIRES_MORE,
  UNAUTHORIZED,
  UNEXPECTED_STATE,
} = MedusaError.Types

/**
 * Every error that leaves the plugin, by its code. Programs act on the codes: they never change, while
 * sentences (in messages/) may. docs/reference/error-codes.md says when each is met.
 */
export const ERRORS = {
  // A cart that can't be paid yet.
  cart_without_items: { to: "shopper", status: 400, type: INVALID_DATA },
  cart_without_email: { to: "shopper", status: 400, type: INVALID_DATA },
  cart_without_address: { to: "shopper", status: 400, type: INVALID_DATA },
  cart_without_delivery: { to: "shopper", status: 400, type: INVALID_DATA },
  items_unavailable: { to: "shopper", status: 400, type: INVALID_DATA },
  express_not_offered: { to: "shopper", status: 400, type: INVALID_DATA },
  express_currency: { to: "shopper", status: 400, type: INVALID_DATA },
  express_lines: { to: "shopper", status: 400, type: INVALID_DATA },
  express_delivery: { to: "shopper", status: 400, type: INVALID_DATA },
  not_positive: { to: "shopper", status: 400, type: INVALID_DATA },
  cannot_split: { to: "shopper", status: 400, type: INVALID_DATA },
  // Starting a payment.
  already_ordered: { to: "shopper", status: 400, type: NOT_ALLOWED },
  paid: { to: "shopper", status: 400, type: NOT_ALLOWED },
  order_canceled: { to: "shopper", status: 400, type: NOT_ALLOWED },
  link_closed: { to: "shopper", status: 400, type: NOT_ALLOWED },
  link_outdated: { to: "shopper", status: 400, type: NOT_ALLOWED },
  being_looked_at: { to: "shopper", status: 400, type: NOT_ALLOWED },
  another_is_starting: { to: "shopper", status: 409, type: CONFLICT },
  refused_start: { to: "shopper", status: 400, type: INVALID_DATA },
  no_answer: { to: "shopper", status: 400, type: INVALID_DATA, statusOfCards: 503 },
  declined: { to: "shopper", status: 422, type: NOT_AUTHORIZED },
  other_sellers: { to: "shopper", status: 400, type: NOT_ALLOWED },
  not_your_purchase: { to: "shopper", status: 400, type: NOT_ALLOWED },
  not_offered: { to: "shopper", status: 400, type: INVALID_DATA },
  no_consent: { to: "shopper", status: 400, type: INVALID_DATA },
  consent_currency: { to: "shopper", status: 400, type: INVALID_DATA },
  consent_guest: { to: "shopper", status: 400, type: INVALID_DATA },
  // A way to pay that does not fit the cart.
  currency_not_supported: { to: "shopper", status: 400, type: INVALID_DATA },
  country_not_supported: { to: "shopper", status: 400, type: INVALID_DATA },
  amount_below_least: { to: "shopper", status: 400, type: INVALID_DATA },
  amount_above_most: { to: "shopper", status: 400, type: INVALID_DATA },
  customer_details_missing: { to: "shopper", status: 400, type: INVALID_DATA },
  not_set_up: { to: "shopper", status: 400, type: INVALID_DATA },
  method_unknown: { to: "shopper", status: 400, type: INVALID_DATA },
  blik_code_needed: { to: "shopper", status: 400, type: INVALID_DATA },
  bank_unknown: { to: "shopper", status: 400, type: INVALID_DATA },
  parts_not_available: { to: "shopper", status: 400, type: INVALID_DATA },
  phone_not_ukrainian: { to: "shopper", status: 400, type: INVALID_DATA },
  // A storefront's request that can't be meant.
  unknown_mode: { to: "shopper", status: 400, type: INVALID_DATA },
  card_data: { to: "shopper", status: 400, type: INVALID_DATA },
  data_not_object: { to: "shopper", status: 400, type: INVALID_DATA },
  payment_incomplete: { to: "shopper", status: 400, type: INVALID_DATA },
  method_not_direct: { to: "shopper", status: 400, type: INVALID_DATA },
  not_a_card: { to: "shopper", status: 400, type: INVALID_DATA },
  token_out_of_request: { to: "shopper", status: 400, type: INVALID_DATA },
  card_not_object: { to: "shopper", status: 400, type: INVALID_DATA },
  card_not_from_widget: { to: "shopper", status: 400, type: INVALID_DATA },
  card_incomplete: { to: "shopper", status: 400, type: INVALID_DATA },
  // Completing a cart.
  still_starting: { to: "shopper", status: 200, type: REQUIRES_MORE },
  unfinished: { to: "shopper", status: 200, type: REQUIRES_MORE },
  confirming: { to: "shopper", status: 200, type: REQUIRES_MORE },
  no_answer_yet: { to: "shopper", status: 200, type: REQUIRES_MORE },
  given_back: { to: "shopper", status: 200, type: NOT_AUTHORIZED },
  another_amount: { to: "shopper", status: 200, type: NOT_AUTHORIZED },
  cart_changed: { to: "shopper", status: 200, type: NOT_AUTHORIZED },
  parts_changed: { to: "shopper", status: 400, type: NOT_ALLOWED },
  // Saved cards.
  guest: { to: "shopper", status: 400, type: NOT_ALLOWED },
  no_such_card: { to: "shopper", status: 404, type: NOT_FOUND },
  refused: { to: "shopper", status: 422, type: NOT_AUTHORIZED },
  maybe_added: { to: "shopper", status: 400, type: NOT_ALLOWED, statusOfCards: 503 },

  // Moving the money of a payment.
  still_under_way: { to: "staff", status: 400, type: NOT_ALLOWED },
  too_little_left: { to: "staff", status: 400, type: NOT_ALLOWED },
  nothing_paid: { to: "staff", status: 400, type: NOT_ALLOWED },
  answer_unclear: { to: "staff", status: 400, type: NOT_ALLOWED },
  answer_unreadable: { to: "staff", status: 400, type: INVALID_DATA },
  refused_movement: { to: "staff", status: 400, type: NOT_ALLOWED },
  rejected: { to: "staff", status: 400, type: INVALID_DATA },
  movement_not_made: { to: "staff", status: 400, type: NOT_ALLOWED },
  outcome_unknown: { to: "staff", status: 400, type: NOT_ALLOWED },
  gateway_down: { to: "staff", status: 400, type: INVALID_DATA },
  another_currency: { to: "staff", status: 400, type: NOT_ALLOWED },
  captured_elsewhere: { to: "staff", status: 409, type: CONFLICT },
  moved_meanwhile: { to: "staff", status: 409, type: CONFLICT },
  moved_elsewhere: { to: "staff", status: 409, type: CONFLICT },
  no_such_movement: { to: "staff", status: 404, type: NOT_FOUND },
  // The admin's routes.
  no_such_order: { to: "staff", status: 404, type: NOT_FOUND },
  provider_gone: { to: "staff", status: 400, type: NOT_ALLOWED },
  movement_unreadable: { to: "staff", status: 400, type: INVALID_DATA },
  seen_unreadable: { to: "staff", status: 400, type: INVALID_DATA },
  amount_too_exact: { to: "staff", status: 400, type: INVALID_DATA },
  goods_not_of_order: { to: "staff", status: 400, type: INVALID_DATA },
  nothing_outstanding: { to: "staff", status: 400, type: NOT_ALLOWED },
  order_is_canceled: { to: "staff", status: 400, type: NOT_ALLOWED },
  no_provider_for_link: { to: "staff", status: 400, type: NOT_ALLOWED },
  link_not_made: { to: "staff", status: 400, type: NOT_ALLOWED },
  payment_busy: { to: "staff", status: 409, type: CONFLICT },
  no_such_payment: { to: "staff", status: 404, type: NOT_FOUND },
  payment_unknown: { to: "staff", status: 400, type: NOT_ALLOWED },
  capture_under_way: { to: "staff", status: 400, type: NOT_ALLOWED },
  nothing_captured: { to: "staff", status: 400, type: NOT_ALLOWED },
  nothing_held: { to: "staff", status: 400, type: NOT_ALLOWED },
  no_deferred_refund: { to: "staff", status: 400, type: NOT_ALLOWED },
  refunds_not_deferred: { to: "staff", status: 400, type: NOT_ALLOWED },
  not_canceled: { to: "staff", status: 400, type: NOT_ALLOWED },
  not_synced: { to: "staff", status: 400, type: NOT_ALLOWED },
  query_unreadable: { to: "staff", status: 400, type: INVALID_DATA },
  period_unreadable: { to: "staff", status: 400, type: INVALID_DATA },
  report_not_read: { to: "staff", status: 400, type: NOT_ALLOWED },
  payouts_not_told: { to: "staff", status: 400, type: NOT_ALLOWED },
  no_such_unexplained: { to: "staff", status: 404, type: NOT_FOUND },
  explained_meanwhile: { to: "staff", status: 400, type: NOT_ALLOWED },
  return_not_known: { to: "staff", status: 503, type: UNEXPECTED_STATE },
  // Sellers' parts, in the admin's routes and in a refund's metadata.
  no_sellers: { to: "staff", status: 404, type: NOT_FOUND },
  captured_already: { to: "staff", status: 400, type: NOT_ALLOWED },
  parts_not_named: { to: "staff", status: 400, type: INVALID_DATA },
  note_too_long: { to: "staff", status: 400, type: INVALID_DATA },
  parts_of_nothing: { to: "staff", status: 400, type: INVALID_DATA },
  not_moved: { to: "staff", status: 400, type: NOT_ALLOWED },
  parts_unreadable: { to: "staff", status: 400, type: INVALID_DATA },
  part_unreadable: { to: "staff", status: 400, type: INVALID_DATA },
  parts_not_whole: { to: "staff", status: 400, type: INVALID_DATA },
  seller_has_no_part: { to: "staff", status: 400, type: INVALID_DATA },
  seller_has_less: { to: "staff", status: 400, type: INVALID_DATA },
  sellers_have_less: { to: "staff", status: 400, type: INVALID_DATA },
  no_amount_to_spread: { to: "staff", status: 400, type: INVALID_DATA },
  two_orders_of_seller: { to: "staff", status: 400, type: INVALID_DATA },
  line_without_total: { to: "staff", status: 400, type: INVALID_DATA },
  unknown_seller: { to: "staff", status: 400, type: INVALID_DATA },
  too_many_sellers: { to: "staff", status: 400, type: INVALID_DATA },
  nothing_to_split: { to: "staff", status: 400, type: INVALID_DATA },
  seller_gets_nothing: { to: "staff", status: 400, type: INVALID_DATA },
  seller_not_said: { to: "staff", status: 400, type: INVALID_DATA },
  sellers_alike: { to: "staff", status: 400, type: INVALID_DATA },
  session_id_too_long: { to: "staff", status: 400, type: INVALID_DATA },
  not_by_batch: { to: "staff", status: 400, type: INVALID_DATA },

  // Addresses and hooks.
  no_such_provider: { to: "developer", status: 404, type: NOT_FOUND },
  no_provider: { to: "developer", status: 400, type: INVALID_DATA },
  provider_not_named: { to: "developer", status: 400, type: INVALID_DATA },
  provider_not_registered: { to: "developer", status: 500, type: UNEXPECTED_STATE },
  no_such_collection: { to: "developer", status: 404, type: NOT_FOUND },
  cart_not_named: { to: "developer", status: 400, type: INVALID_DATA },
  amount_not_said: { to: "developer", status: 400, type: INVALID_DATA },
  no_such_cart: { to: "developer", status: 404, type: NOT_FOUND },
  no_such_link: { to: "developer", status: 404, type: NOT_FOUND },
  wrong_signature: { to: "developer", status: 401, type: UNAUTHORIZED },
  not_started_here: { to: "developer", status: 400, type: INVALID_DATA },
  no_session: { to: "developer", status: 400, type: INVALID_DATA },
  no_movement: { to: "developer", status: 400, type: INVALID_DATA },
  no_card_owner: { to: "developer", status: 400, type: INVALID_DATA },
  // The workflow rozetkapay-charge-recurrent.
  charge_unreadable: { to: "developer", status: 400, type: INVALID_DATA },
  charge_not_a_number: { to: "developer", status: 400, type: INVALID_DATA },
  charge_not_positive: { to: "developer", status: 400, type: INVALID_DATA },
  charge_too_large: { to: "developer", status: 400, type: INVALID_DATA },
  charge_too_exact: { to: "developer", status: 400, type: INVALID_DATA },
  charge_session_deleted: { to: "developer", status: 400, type: INVALID_DATA },
  charge_id_used: { to: "developer", status: 400, type: INVALID_DATA },
  charge_currency: { to: "developer", status: 400, type: INVALID_DATA },
} as const satisfies Record<string, Facts>

export type ErrorCode = keyof typeof ERRORS

type CodeTo<To extends Facts["to"]> = {
  [Code in ErrorCode]: (typeof ERRORS)[Code]["to"] extends To ? Code : never
}[ErrorCode]

/** Sentences of others to shoppers: RozetkaPay's refusals, saved cards, and a cart of sellers have their own. */
type ElsewhereToShopper =
  | "declined"
  | "cannot_split"
  | Exclude<keyof typeof SAVED_CARDS, SharedCode>
/** The same trouble with cards and with a payment, in words of each. */
type SharedCode = "no_answer" | "not_offered"

const TO_SHOPPER = {
  ...CHECKOUT,
  ...REQUESTS,
  ...WAY_REASONS,
  ...ALTERNATIVE_PAYMENTS,
  ...INSTALMENTS,
} satisfies Record<Exclude<CodeTo<"shopper">, ElsewhereToShopper>, Record<ShopperLanguage, string>>
const TO_STAFF = STAFF satisfies Record<Exclude<CodeTo<"staff">, keyof typeof SPLITTING>, string>
const TO_DEVELOPER = DEVELOPER satisfies Record<CodeTo<"developer">, string>

/** With a sentence in the shopper's language. */
export const shopperError = <Code extends keyof typeof TO_SHOPPER>(
  code: Code,
  language: ShopperLanguage,
  ...[values]: Told<(typeof TO_SHOPPER)[Code]["en"]>
): MedusaError => errorSaying(code, fill(TO_SHOPPER[code][language], values))

/** With a sentence in English, for who looks after the store. */
export const staffError = <Code extends keyof typeof TO_STAFF>(
  code: Code,
  ...[values]: Told<(typeof TO_STAFF)[Code]>
): MedusaError => errorSaying(code, fill(TO_STAFF[code], values))

/** With a sentence in English, for who writes the store's code. */
export const developerError = <Code extends keyof typeof TO_DEVELOPER>(
  code: Code,
  ...[values]: Told<(typeof TO_DEVELOPER)[Code]>
): MedusaError => errorSaying(code, fill(TO_DEVELOPER[code], values))

/** A refused card, in the shopper's words. The code is RozetkaPay's own where it gives one: an open list. */
export const declinedError = (code: string | null, language: ShopperLanguage): MedusaError =>
  newError(ERRORS.declined.type, code ?? "declined", declineSentence({ code }, language))

/** Where the words are not this file's to choose. */
export const errorSaying = (code: ErrorCode, sentence: string): MedusaError =>
  newError(ERRORS[code].type, code, sentence)

/**
 * Medusa's error handler sends an error's `code` along. Its route that completes a cart sends
 * `name`, `type` and `message` alone: so the name says the code as well.
 */
const newError = (type: string, code: string, sentence: string): MedusaError => {
  const error = new MedusaError(type, sentence, code)
  error.name = code
  return error
}

/** It could not be finished now: nothing is wrong, and whoever asked asks again. No program acts on it, so it has no code. */
export const notNow = (sentence: string): MedusaError => new MedusaError(UNEXPECTED_STATE, sentence)

const coded = z.object({ code: z.string(), type: z.string() })
const isOurs = (code: string): code is ErrorCode => Object.hasOwn(ERRORS, code)

/** The code of an error of this file; also of one that came out of a workflow, which keeps no class. */
export const codeOf = (error: unknown): ErrorCode | null => {
  const { code = "", type } = coded.safeParse(error).data ?? {}
  // RozetkaPay's and Medusa's errors have codes, too.
  return isOurs(code) && ERRORS[code].type === type ? code : null
}

export const factsOf = (code: ErrorCode): Facts => ERRORS[code]

/**
 * What staff are told of an error that came out of a workflow: the same, when it was said for them, and
 * else its message, never "unknown error".
 *
 * @param otherwise the code of what was to be done and was not
 */
export const asStaffError = (
  error: unknown,
  otherwise: "not_canceled" | "not_moved" | "not_synced" | "link_not_made",
): MedusaError => {
  const code = codeOf(error)
  const reason = errorMessage(error)
  return code && factsOf(code).to === "staff"
    ? errorSaying(code, reason)
    : staffError(otherwise, { reason })
}
