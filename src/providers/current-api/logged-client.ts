import type { Logger } from "@medusajs/framework/types"
import { logExchange } from "../../provider/payment-log"
import { RozetkaPayClient, type RozetkaPayClientOptions } from "../../rozetkapay/client"

/** A client of the current API that leaves a line in the log for each call. */
export const loggedClient = (options: RozetkaPayClientOptions, logger: Logger): RozetkaPayClient =>
  new RozetkaPayClient({ ...options, onExchange: (exchange) => logExchange(logger, exchange) })
