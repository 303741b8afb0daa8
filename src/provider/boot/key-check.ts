import type { Logger } from "@medusajs/framework/types"
import { RozetkaPayError } from "../../rozetkapay/errors"

type KeyQuestion = {
  /** Resolves with what to say when the keys are right. @throws RozetkaPayError */
  ask(): Promise<string>
  areWrong: string
  areUnchecked: string
}

/** Says in the log what RozetkaPay thinks of a provider's keys. Never stops the boot. */
export const sayOfKeys = async (logger: Logger, question: KeyQuestion): Promise<void> => {
  try {
    logger.info(`rozetkapay: ${await question.ask()}`)
  } catch (error) {
    if (!(error instanceof RozetkaPayError)) throw error
    logger.warn(
      error.isWrongKeys
        ? `rozetkapay: ${question.areWrong}, so no payment can be made: ${error.message}`
        : `rozetkapay: ${question.areUnchecked}: ${error.message}`,
    )
  }
}
