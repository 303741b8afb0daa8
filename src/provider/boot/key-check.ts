import type { Logger } from "@medusajs/framework/types"
import { RozetkaPayError } from "../../rozetkapay/errors"

/** What RozetkaPay says of a provider's keys; `unanswered`: nothing. The message has neither login nor password. */
export type KeyAnswer = { is: "known" | "refused" | "unanswered"; message: string }

type KeyQuestion = {
  /** Resolves with what to say when the keys are right. Charges nothing, and ends by itself. @throws RozetkaPayError */
  ask(): Promise<string>
  areWrong: string
  areUnchecked: string
}

export const answerOfKeys = async (question: KeyQuestion): Promise<KeyAnswer> => {
  try {
    return { is: "known", message: await question.ask() }
  } catch (error) {
    if (!(error instanceof RozetkaPayError)) throw error
    return error.isWrongKeys
      ? {
          is: "refused",
          message: `${question.areWrong}, so no payment can be made: ${error.message}`,
        }
      : { is: "unanswered", message: `${question.areUnchecked}: ${error.message}` }
  }
}

export const logKeys = (logger: Logger, { is, message }: KeyAnswer): void => {
  switch (is) {
    case "known":
      logger.info(`rozetkapay: ${message}`)
      return
    case "refused":
    case "unanswered":
      logger.warn(`rozetkapay: ${message}`)
  }
}
