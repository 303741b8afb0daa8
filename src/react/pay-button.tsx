import { type ReactElement, useState } from "react"
import { Alert } from "./alert"
import { AskConsent, NO_CONSENT } from "./ask-consent"
import { BlikCode } from "./blik-code"
import { CardForm } from "./card-form"
import { useCheckout } from "./checkout-context"
import { classNames } from "./class-names"
import { PressButton } from "./press-button"
import type { PayButtonProps } from "./props"
import { useChosenWay } from "./use-chosen-way"
import { usePayment } from "./use-payment"
import { wayInput } from "./way-input"

/**
 * Pays the cart in the way that was chosen: a button, with what that way still asks for; for a card in
 * this page RozetkaPay's form, which has a button of its own.
 */
export const PayButton = (props: PayButtonProps): ReactElement => {
  const { children, disabled = false, onPress, onError, className } = props
  const { actions, cart, ways, t } = useCheckout()
  const { chosen: way, said } = useChosenWay()
  const { state, pay, refuse } = usePayment({ onPress, onError })
  const [consents, setConsents] = useState(NO_CONSENT)
  const [blikCode, setBlikCode] = useState("")

  if (way?.method === "card") {
    const { script } = props
    return <CardForm key={cart?.id} {...{ way, disabled, onPress, onError, script, className }} />
  }
  const press = async () => {
    if (!way || !cart) return
    const input = wayInput({ way, said, blikCode, consents }, t)
    if ("error" in input) {
      refuse(input.error)
      return
    }
    const { id: cartId, total } = cart
    await pay(() => actions.startPayment({ cartId, providerId: way.provider_id, total, ...input }))
  }
  return (
    <div className={classNames("rozetkapay-pay", className)} data-way={way?.method}>
      {way?.needs.includes("blik_code") && <BlikCode value={blikCode} onChange={setBlikCode} />}
      {way && <AskConsent way={way} given={consents} onChange={setConsents} />}
      {state.is === "refused" && <Alert error={state.error} />}
      <PressButton
        state={state}
        isOff={disabled || !way || !cart}
        onPress={press}
        hint={ways.is === "listed" && !way ? t("no_ways") : undefined}
      >
        {children ?? (way?.needs.includes("parts") ? t("buy_in_parts") : undefined)}
      </PressButton>
    </div>
  )
}
