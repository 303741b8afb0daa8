import type { Logger } from "@medusajs/framework/types"
import { sayOfKeys } from "../../provider/boot/key-check"
import { RozetkaPayClient, type RozetkaPayClientOptions } from "../../rozetkapay/client"

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
