import { useState } from "react"
import type { PossibleAmount } from "../../../admin-client"
import { amountIn } from "../../amount-in"
import { useWords } from "../../use-words"
import { useMost } from "./use-most"

/** A sum of what is possible that a person types: all of it at first, and always where only all is possible. */
export const useAmount = (possible: PossibleAmount, currency: string) => {
  const words = useWords()
  const { most, isWholeOnly, isPossible } = useMost(possible)
  const [typed, setTyped] = useState(words.typed(most))
  const limit = { most, currency }
  const wanted = amountIn(isWholeOnly ? most : typed, limit, words)
  const problem = "problem" in wanted ? wanted.problem : null
  const amount = "amount" in wanted ? wanted.amount : most
  return {
    most,
    isWholeOnly,
    amount,
    /** In words; null while what is typed is no sum. */
    shown: problem === null ? words.money(amount, currency) : null,
    canMove: problem === null && isPossible,
    /** What an `AmountField` takes. */
    field: {
      value: isWholeOnly ? words.typed(most) : typed,
      limit,
      problem,
      isFixed: isWholeOnly,
      onChange: setTyped,
    },
  }
}
