import { useRef, useState } from "react"
import type { PaymentError } from "../storefront/shopper-answers"
import { trouble } from "../storefront/trouble"
import { useCheckout } from "./checkout-context"

/** One thing at a time that the shopper has asked for, and why it could not be done. */
export const useTask = () => {
  const { say, language } = useCheckout()
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<PaymentError | null>(null)
  const isRunning = useRef(false)

  /** @returns null when it was not done */
  const run = async <Answer extends object>(
    work: () => Promise<Answer | { error: PaymentError }>,
  ): Promise<Answer | null> => {
    if (isRunning.current) return null
    isRunning.current = true
    setBusy(true)
    setError(null)
    const answer = await work().catch(() => trouble("no_connection", language))
    isRunning.current = false
    setBusy(false)
    if (!("error" in answer)) return answer
    const { error } = answer
    setError({ ...error, message: say(error) })
    return null
  }
  return { run, isBusy, error }
}
