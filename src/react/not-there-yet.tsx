import type { ReactElement } from "react"
import type { PaymentError } from "../storefront/shopper-answers"
import { useCheckout } from "./checkout-context"
import { LoadAgain } from "./load-again"

type NotThere = {
  state: { is: "idle" | "loading" } | { is: "failed"; error: PaymentError }
  /** What is said meanwhile; null: nothing is awaited. */
  loading: string | null
  again: () => void
}

/** In place of what the store was asked for, while it is on its way, and when it could not be had. */
export const NotThereYet = ({ state, loading, again }: NotThere): ReactElement | null => {
  const { say } = useCheckout()
  if (state.is === "failed") {
    return <LoadAgain sentence={say(state.error)} code={state.error.code} onPress={again} />
  }
  return loading === null ? null : (
    <p role="status" className="rozetkapay-state">
      {loading}
    </p>
  )
}
