import { answerOfKeys, type KeyAnswer } from "../../provider/boot/key-check"
import { RozetkaPayClient, type RozetkaPayClientOptions } from "../../rozetkapay/client"

/** Asks RozetkaPay whether it knows the login and password. */
export const checkKeys = (options: RozetkaPayClientOptions): Promise<KeyAnswer> =>
  answerOfKeys({
    ask: async () => {
      const { status } = await new RozetkaPayClient(options).validateKeys()
      return `login and password are right (${status})`
    },
    areWrong: "the login or password is wrong",
    areUnchecked: "the login and password could not be checked",
  })
