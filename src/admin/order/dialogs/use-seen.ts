import { useState } from "react"

/**
 * A sum as the person saw it when the dialog opened, whatever is read in the background since. After a
 * refusal the person is told to look again: from then on it is the sum as it is now. Null: it is not known.
 */
export const useSeen = <Sum extends string | null>(now: Sum) => {
  const [atOpening, setAtOpening] = useState<{ sum: Sum } | null>({ sum: now })
  return { seen: atOpening ? atOpening.sum : now, lookAgain: () => setAtOpening(null) }
}
