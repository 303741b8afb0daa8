import { MedusaError } from "@medusajs/framework/utils"
import type { ShopperLanguage } from "../../messages/decline-sentence"
import { type SavedCardProblem, savedCardSentence } from "../../messages/saved-card-sentence"
import { RozetkaPayError } from "../../rozetkapay/errors"

/** In the Store API: 404, 422, and 400 for the rest, since a 500 would hide the sentence. */
const TYPES: Record<SavedCardProblem, string> = {
  guest: MedusaError.Types.NOT_ALLOWED,
  no_such_card: MedusaError.Types.NOT_FOUND,
  refused: MedusaError.Types.PAYMENT_AUTHORIZATION_ERROR,
  not_offered: MedusaError.Types.NOT_ALLOWED,
  no_answer: MedusaError.Types.NOT_ALLOWED,
  maybe_added: MedusaError.Types.NOT_ALLOWED,
}

/** A sentence for the shopper; its code is the problem. */
export class SavedCardError extends MedusaError {
  /** RozetkaPay did not answer: the routes of saved cards say 503. */
  readonly isTemporary: boolean

  constructor(problem: SavedCardProblem, language: ShopperLanguage) {
    super(TYPES[problem], savedCardSentence(problem, language), problem)
    this.isTemporary = problem === "no_answer" || problem === "maybe_added"
  }
}

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
