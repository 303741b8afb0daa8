import { MedusaError } from "@medusajs/framework/utils"
import type { Movement } from "../core/due"
import { SplitError } from "../core/split-error"
import type { NotPayable } from "../core/why-not-payable"
import { checkoutSentences } from "../messages/checkout-sentence"
import { type ShopperLanguage, shopperSentence } from "../messages/decline-sentence"
import { RozetkaPayError } from "../rozetkapay/errors"
import type { Sent } from "./send-what-is-due"
import { shopperError, withCode } from "./shopper-error"

/** For the sentence that an admin reads. */
const NOUN: Record<Movement, string> = {
  capture: "capture",
  cancel: "cancellation",
  refund: "refund",
}

/** Everything but success, as a sentence to the admin. Null: nothing to complain about. */
export const complaint = (move: Movement, sent: Sent, currency: string): MedusaError | null => {
  const what = `${NOUN[move]} of ${sent.amount} ${currency}`
  switch (sent.is) {
    case "done":
      return null
    case "pending":
      // A deferred refund counts as made; anything else is not yet.
      return move === "refund"
        ? null
        : notNow(`RozetkaPay is still working on the ${what}. It will be recorded when it is done.`)
    case "short":
      return notNow(
        `RozetkaPay has only ${sent.available} ${currency} left of this payment for the ${what}. Nothing was sent.`,
      )
    case "unpaid":
      return notNow(
        `RozetkaPay shows no money of this payment, so there is nothing for the ${what}. Nothing was sent. If the shopper did pay, the provider's keys may be another shop's.`,
      )
    case "unclear":
      return notNow(
        `RozetkaPay's answer about this payment can not be understood: ${sent.message}. Nothing was sent; please compare it in RozetkaPay's cabinet.`,
      )
    case "refused":
      return notNow(
        `RozetkaPay refused the ${what}: ${sent.message}${sent.code ? ` (${sent.code})` : ""}.`,
      )
    case "unavailable":
      return notNow(
        `The ${what} was not made: RozetkaPay does not answer right now. Please try again in a few minutes.`,
      )
    case "unknown":
      return notNow(
        `It is not known yet whether the ${what} was made: RozetkaPay's answer was lost or is not final. If it was, it will be recorded by itself; look at the payment again in a few minutes before you repeat it.`,
      )
  }
}

/**
 * RozetkaPay did not say whether a session is paid: "not yet", never "failed". The
 * type keeps the session usable, and tells syncing that it may still succeed.
 */
export const notKnownYet = (error: unknown, language: ShopperLanguage): unknown =>
  error instanceof RozetkaPayError
    ? shopperError(MedusaError.Types.PAYMENT_REQUIRES_MORE_ERROR, "no_answer_yet", language)
    : error

/** Medusa opens sessions for a cart that has become an order; a second payment for it would have to go back. */
export const alreadyOrdered = (language: ShopperLanguage) =>
  shopperError(MedusaError.Types.NOT_ALLOWED, "already_ordered", language)

/** Its callback may yet be on its way. A link has no cart that it could speak of. */
export const alreadyPaid = (isLink: boolean, language: ShopperLanguage) =>
  withCode(
    MedusaError.Types.NOT_ALLOWED,
    "paid",
    shopperSentence(isLink ? "paid_link" : "paid", language),
  )

/** Whatever were paid would have to go back. */
export const notPayable = (
  why: NotPayable,
  isLink: boolean,
  language: ShopperLanguage,
): MedusaError => {
  const { NOT_ALLOWED } = MedusaError.Types
  switch (why.is) {
    case "paid":
      return isLink ? alreadyPaid(isLink, language) : alreadyOrdered(language)
    case "order_canceled":
      return shopperError(NOT_ALLOWED, "order_canceled", language)
    case "closed":
      return shopperError(NOT_ALLOWED, "link_closed", language)
    case "too_much": {
      const { asked, lacks } = why
      const sentence = checkoutSentences(language).link_outdated(
        `${lacks} ${asked.currency}`,
        `${asked.amount} ${asked.currency}`,
      )
      return withCode(NOT_ALLOWED, "link_outdated", sentence)
    }
  }
}

/** What a customer keeps, or allows, is asked of whoever the cart belongs to alone. */
export const notYourPurchase = (language: ShopperLanguage) =>
  shopperError(MedusaError.Types.NOT_ALLOWED, "not_your_purchase", language)

export const inAnotherCurrency = (gateway: string, store: string) =>
  notNow(`RozetkaPay has this payment in ${gateway} and the store in ${store}. Nothing was sent.`)

/** Of a type that may pass: the payment is recorded, and looked at again. */
export const capturedElsewhere = (amount: string, currency: string) =>
  new MedusaError(
    MedusaError.Types.CONFLICT,
    `${amount} ${currency} of this payment were captured outside of the store and are being recorded. Nothing was canceled; it is looked at again.`,
  )

/** The shopper, or store code, wants to pay by something that this provider's API or contract does not have. */
export const notOffered = (language: ShopperLanguage) =>
  shopperError(MedusaError.Types.INVALID_DATA, "not_offered", language)

/** A session's payment is split over its sellers when it is opened. */
export const otherSellers = (language: ShopperLanguage) =>
  shopperError(MedusaError.Types.NOT_ALLOWED, "other_sellers", language)

/** What was to be recorded has been moved or written by somebody else in the same moment. */
export const movedMeanwhile = () =>
  notNow(
    "This payment was moved while it was being recorded. Nothing was sent; it is looked at again.",
  )

/** A 409: who asked can have the outside movement recorded, and ask again. */
export const movedOfSomeSeller = (move: Movement) =>
  new MedusaError(
    MedusaError.Types.CONFLICT,
    `RozetkaPay shows a ${NOUN[move]} that the store does not know yet, and it can't be told whether it was of the sellers named. Nothing was sent. Please sync the payment, which records it, and try again.`,
  )

/** A 400 with its message in the Admin and Store APIs; a plain error would be an opaque 500. */
const notNow = (message: string) => new MedusaError(MedusaError.Types.NOT_ALLOWED, message)

/** A failed read, for staff: wrong keys and refusals by name, outages as "later". The rest is the log's. */
export const asMedusaError = (error: unknown): unknown => {
  if (error instanceof SplitError) return unusable(error.message)
  if (!(error instanceof RozetkaPayError)) return error
  switch (error.kind) {
    case "rejected":
      return unusable(error.message)
    case "unavailable":
    case "outcome_unknown":
      return unusable(
        "RozetkaPay does not answer right now. Nothing was sent; please try again in a few minutes.",
      )
    case "malformed":
      return unusable(
        "RozetkaPay's answer about this payment can not be understood. Nothing was sent; please try again in a few minutes, or look at the payment in RozetkaPay's cabinet.",
      )
  }
}

/** A payment that could not be started, for the shopper in their language. What RozetkaPay said is for the log. */
export const asShoppersError = (error: unknown, language: ShopperLanguage): unknown => {
  const { INVALID_DATA } = MedusaError.Types
  if (error instanceof SplitError) {
    return error.toShopper
      ? withCode(INVALID_DATA, "cannot_split", error.toShopper[language])
      : shopperError(INVALID_DATA, "refused_start", language)
  }
  if (!(error instanceof RozetkaPayError)) return error
  const code = error.kind === "rejected" ? "refused_start" : "no_answer"
  return shopperError(INVALID_DATA, code, language)
}

const unusable = (message: string) => new MedusaError(MedusaError.Types.INVALID_DATA, message)
