import type { MedusaError } from "@medusajs/framework/utils"
import { errorSaying } from "../../errors"
import type { ShopperLanguage } from "../../messages/language"
import { SAVED_CARDS } from "../../messages/saved-cards"
import { RozetkaPayError } from "../../rozetkapay/errors"

export type SavedCardProblem = keyof typeof SAVED_CARDS

/** A sentence for the shopper; its code is the problem. */
export const savedCardError = (problem: SavedCardProblem, language: ShopperLanguage): MedusaError =>
  errorSaying(problem, SAVED_CARDS[problem][language])

/** What an error of the wallet means to whoever asked for a card. */
export const problemOf = (
  error: unknown,
  asked: "adds" | "reads" | "changes",
): SavedCardProblem | null => {
  if (!(error instanceof RozetkaPayError)) return null
  switch (error.kind) {
    case "rejected":
      return asked === "adds" && error.isAboutTheCard ? "refused" : "not_offered"
    case "unavailable":
      return "no_answer"
    case "outcome_unknown":
    case "malformed":
      return asked === "adds" ? "maybe_added" : "no_answer"
  }
}
