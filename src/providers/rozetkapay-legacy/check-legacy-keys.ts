import { answerOfKeys, type KeyAnswer } from "../../provider/boot/key-check"
import { LegacyRozetkaPayClient } from "../../rozetkapay-legacy/client"
import type { LegacyProviderOptions } from "./options"

export const checkLegacyKeys = (options: LegacyProviderOptions): Promise<KeyAnswer> =>
  answerOfKeys({
    ask: async () => {
      await new LegacyRozetkaPayClient(options).checkKeys()
      return "the legacy API's keys are right"
    },
    areWrong: "the legacy API's keys are wrong",
    areUnchecked: "the legacy API's keys could not be checked",
  })
