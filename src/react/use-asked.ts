import { useCallback, useEffect, useRef, useState } from "react"
import type { PaymentError, Refused } from "../storefront/shopper-answers"
import { trouble } from "../storefront/trouble"
import { useCheckout } from "./checkout-context"
import { useLatest } from "./use-latest"

export type Asked<Answer> =
  | { is: "loading" }
  | { is: "told"; answer: Answer }
  | { is: "failed"; error: PaymentError }

/**
 * Something of the store that is shown: asked for when it is first seen, and again when `of` changes or
 * it is told to. Only the newest answer counts.
 */
export const useAsked = <Answer extends object>(
  ask: () => Promise<Answer | Refused>,
  of: string,
): { asked: Asked<Answer>; again: () => Promise<void> } => {
  const { language } = useCheckout()
  const [asked, setAsked] = useState<Asked<Answer>>({ is: "loading" })
  const turns = useRef(0)
  const latest = useLatest({ ask, language })
  const again = useCallback(async () => {
    const turn = ++turns.current
    const answer = await latest.current
      .ask()
      .catch(() => trouble("no_connection", latest.current.language))
    if (turn !== turns.current) return
    setAsked("error" in answer ? { is: "failed", error: answer.error } : { is: "told", answer })
  }, [latest])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another subject is another question
  useEffect(() => {
    void again()
  }, [again, of])
  return { asked, again }
}
