import type { Logger } from "@medusajs/framework/types"
import { sayOfKeys } from "../../provider/boot/key-check"
import { LegacyRozetkaPayClient } from "../../rozetkapay-legacy/client"
import type { LegacyProviderOptions } from "./options"

export const checkLegacyKeys = (options: LegacyProviderOptions, logger: Logger): Promise<void> =>
  sayOfKeys(logger, {
    ask: async () => {
      await new LegacyRozetkaPayClient(options).checkKeys()
      return "the legacy API's keys are right"
    },
    areWrong: "the legacy API's keys are wrong",
    areUnchecked: "the legacy API's keys could not be checked",
  })
