import type { Logger } from "@medusajs/framework/types"
import { RozetkaPayClient, type RozetkaPayClientOptions } from "../../rozetkapay/client"
import { RozetkaPayError } from "../../rozetkapay/errors"

/** Asks RozetkaPay whether it knows the keys, and says so in the log. Never stops the boot. */
export const checkKeys = async (
  options: RozetkaPayClientOptions,
  logger: Logger,
): Promise<void> => {
  try {
    const { status } = await new RozetkaPayClient(options).validateKeys()
    logger.info(`rozetkapay: login and password are right (${status})`)
  } catch (error) {
    if (!(error instanceof RozetkaPayError)) throw error
    const line = error.isWrongKeys
      ? `rozetkapay: the login or password is wrong, so no payment can be made: ${error.message}`
      : `rozetkapay: the login and password could not be checked: ${error.message}`
    logger.warn(line)
  }
}
