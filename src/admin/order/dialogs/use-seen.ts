import { useState } from "react"
import { Refusal } from "../../refusal"

/**
 * A sum as the person saw it when the dialog opened, whatever is read in the background since. Once the
 * server has said that it is another, the person looks again, and it is the sum as it is now. After any other
 * failure it stays: what may have been done after all is refused when it is sent again. Null: it is not known.
 */
export const useSeen = <Sum extends string | null>(now: Sum) => {
  const [atOpening, setAtOpening] = useState<{ sum: Sum } | null>({ sum: now })
  return {
    seen: atOpening ? atOpening.sum : now,
    lookAgain: (error: unknown) => {
      if (error instanceof Refusal && error.code === "moved_meanwhile") setAtOpening(null)
    },
  }
}
