import { createHash } from "node:crypto"
import type { AdapterDescriptor } from "./adapter"
import type { KeyAnswer } from "./boot/key-check"
import { LastAnswers } from "./last-answers"

const answers = new LastAnswers<KeyAnswer>()

type Checked<Options> = Pick<AdapterDescriptor, "identifier"> & {
  checkKeys(options: Options): Promise<KeyAnswer>
}

/** At boot a provider has no instance yet: it is known by what it was set up with. */
const keyOf = (identifier: string, options: unknown): string =>
  createHash("sha256")
    .update(JSON.stringify([identifier, options]))
    .digest("hex")

/** Asks RozetkaPay now. */
export const checkKeysOf = <Options>(adapter: Checked<Options>, options: Options) =>
  answers.ask(keyOf(adapter.identifier, options), () => adapter.checkKeys(options))

/** What RozetkaPay said last to this process, which asks soon after its start. */
export const lastKeyAnswer = <Options>(adapter: Checked<Options>, options: Options) =>
  answers.of(keyOf(adapter.identifier, options))
