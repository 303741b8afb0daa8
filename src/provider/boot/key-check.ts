import type { Logger } from "@medusajs/framework/types"
import { RozetkaPayClient, type RozetkaPayClientOptions } from "../../rozetkapay/client"
import { RozetkaPayError } from "../../rozetkapay/errors"

/** Asks RozetkaPay whether it knows the login and password, and says so in the log. */
export const checkKeys = (options: RozetkaPayClientOptions, logger: Logger): Promise<void> =>
  sayOfKeys(logger, {
    ask: async () => {
      const { status } = await new RozetkaPayClient(options).validateKeys()
      return `login and password are right (${status})`
    },
    areWrong: "the login or password is wrong",
    areUnchecked: "the login and password could not be checked",
  })

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
