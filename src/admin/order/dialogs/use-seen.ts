import { useState } from "react"

/**
 * A sum as the person saw it when the dialog opened, whatever is read in the background since. After a
 * refusal the person is told to look again: from then on it is the sum as it is now.
 */
export const useSeen = (now: string) => {
  const [atOpening, setAtOpening] = useState<string | null>(now)
  return { seen: atOpening ?? now, lookAgain: () => setAtOpening(null) }
}
