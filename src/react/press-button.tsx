import { type ReactElement, type ReactNode, useId } from "react"
import { sumInWords } from "../storefront/sum-in-words"
import { useCheckout } from "./checkout-context"
import type { PayState } from "./use-payment"

type Press = {
  state: PayState
  isOff: boolean
  onPress: () => Promise<unknown>
  /** Said below while nothing else is. */
  hint?: string
  children?: ReactNode
}

/** The button that pays, with what it is doing. */
export const PressButton = ({ state, isOff, onPress, hint, children }: Press): ReactElement => {
  const { cart, language, t } = useCheckout()
  const id = useId()
  const isBusy = state.is === "starting" || state.is === "waiting"
  const label =
    cart?.total === undefined
      ? t("pay_without_sum")
      : t("pay", {
          sum: sumInWords({ amount: cart.total, currency: cart.currency_code }, language),
        })
  return (
    <>
      {/* Not `disabled`: a button that is loses the keyboard's focus. */}
      <button
        type="button"
        className="rozetkapay-button"
        aria-disabled={isOff || isBusy}
        aria-busy={isBusy}
        aria-describedby={id}
        // A server may know other spaces of a currency than the browser does.
        suppressHydrationWarning
        onClick={() => {
          if (!isOff && !isBusy) void onPress()
        }}
      >
        {children ?? label}
      </button>
      <p id={id} role="status" className="rozetkapay-state">
        {state.is === "starting"
          ? t("starting")
          : state.is === "waiting"
            ? t("still_starting")
            : hint}
      </p>
    </>
  )
}
