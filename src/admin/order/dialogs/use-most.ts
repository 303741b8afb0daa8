import { useState } from "react"
import type { PossibleAmount } from "../../../admin-client"

/** How much is possible; when meanwhile nothing is any more, as much as was when the dialog opened. */
export const useMost = (possible: PossibleAmount) => {
  const [atOpening] = useState(possible.is ? possible : null)
  const { most, whole_only } = possible.is ? possible : (atOpening ?? NOTHING)
  return { most, isWholeOnly: whole_only, isPossible: possible.is }
}

const NOTHING = { most: "0", whole_only: true }
