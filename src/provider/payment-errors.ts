import type { MedusaError } from "@medusajs/framework/utils"
import type { Movement } from "../core/due"
import { SplitError } from "../core/split-error"
import { errorSaying, shopperError, staffError } from "../errors"
import type { ShopperLanguage } from "../messages/language"
import { splitSentence, splitSentenceForShopper } from "../messages/splitting"
import { MOVEMENT_WORDS, refusalForStaff } from "../messages/staff"
import { RozetkaPayError } from "../rozetkapay/errors"
import type { Sent } from "./send-what-is-due"

/** Everything but success, as a sentence to the admin. Null: nothing to complain about. */
export const complaint = (move: Movement, sent: Sent, currency: string): MedusaError | null => {
  const what = `${MOVEMENT_WORDS[move]} of ${sent.amount} ${currency}`
  switch (sent.is) {
    case "done":
      return null
    case "pending":
      // A deferred refund counts as made; anything else is not yet.
      return move === "refund" ? null : staffError("still_under_way", { what })
    case "short":
      return staffError("too_little_left", { what, available: `${sent.available} ${currency}` })
    case "unpaid":
      return staffError("nothing_paid", { what })
    case "unclear":
      return staffError("answer_unclear", { why: sent.message })
    case "refused": {
      return staffError("refused_movement", {
        what,
        reason: refusalForStaff(sent.message, sent.code),
      })
    }
    case "unavailable":
      return staffError("movement_not_made", { what })
    case "unknown":
      return staffError("outcome_unknown", { what })
  }
}

/**
 * RozetkaPay did not say whether a session is paid: "not yet", never "failed". The
 * type keeps the session usable, and tells syncing that it may still succeed.
 */
export const notKnownYet = (error: unknown, language: ShopperLanguage): unknown =>
  error instanceof RozetkaPayError ? shopperError("no_answer_yet", language) : error

/** A failed read, for staff: wrong keys and refusals by name, outages as "later". The rest is the log's. */
export const asMedusaError = (error: unknown): unknown => {
  if (error instanceof SplitError) return errorSaying(error.code, splitSentence(error))
  if (!(error instanceof RozetkaPayError)) return error
  switch (error.kind) {
    case "rejected":
      return staffError("rejected", { reason: error.message })
    case "unavailable":
    case "outcome_unknown":
      return staffError("gateway_down")
    case "malformed":
      return staffError("answer_unreadable")
  }
}

/** A payment that could not be started, for the shopper in their language. What RozetkaPay said is for the log. */
export const asShoppersError = (error: unknown, language: ShopperLanguage): unknown => {
  if (error instanceof SplitError) {
    const sentence = splitSentenceForShopper(error, language)
    return sentence
      ? errorSaying("cannot_split", sentence)
      : shopperError("refused_start", language)
  }
  if (!(error instanceof RozetkaPayError)) return error
  return shopperError(error.kind === "rejected" ? "refused_start" : "no_answer", language)
}
