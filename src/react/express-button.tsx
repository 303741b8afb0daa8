import { type ReactElement, useId } from "react"
import { Alert } from "./alert"
import { useCheckout } from "./checkout-context"
import { classNames } from "./class-names"
import { PressButton } from "./press-button"
import type { ExpressButtonProps } from "./props"
import { usePayment } from "./use-payment"

/** Buys the cart in one press: delivery, recipient and payment are chosen on RozetkaPay's page. */
export const ExpressButton = (props: ExpressButtonProps): ReactElement => {
  const { cartId, providerId, children, hint, onPress, onError, className } = props
  const { actions, cart, t } = useCheckout()
  const { state, pay } = usePayment({ onPress, onError })
  const id = useId()
  const of = cartId ?? cart?.id
  const press = () =>
    pay(async () => {
      const bought = typeof of === "function" ? await of() : (of ?? "")
      return actions.startExpress({ cartId: bought, providerId })
    })
  return (
    <div className={classNames("rozetkapay-express", className)} aria-describedby={id}>
      {state.is === "refused" && <Alert error={state.error} />}
      <PressButton state={state} isOff={!of} onPress={press}>
        {children ?? t("one_click")}
      </PressButton>
      {hint !== null && (
        <p id={id} className="rozetkapay-hint">
          {hint ?? t("one_click_hint")}
        </p>
      )}
    </div>
  )
}
