import { declineSentence } from "../../messages/declines"
import type { Words } from "../use-words"

/** What a payment that was refused told the shopper, so that support can say the same on the phone. */
export const toldShopper = (code: string | null, { say, language }: Words): string =>
  say("order.timeline.told_shopper", { sentence: declineSentence({ code }, language) })

/** A refused movement in words: what is known of its code, else RozetkaPay's own description. */
export const refusedMovement = (
  { code, description }: { code: string | null; description: string | null },
  { say, hasText }: Pick<Words, "say" | "hasText">,
): string | null => {
  const key = `order.timeline.codes.${code}`
  return code && hasText(key) ? say(key) : description
}
