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
  const { actions, cart, ways, loadWays, say, t } = useCheckout()
  const { chosen: way, said } = useChosenWay()
  const { state, pay, refuse } = usePayment({ onPress, onError })
  const [consents, setConsents] = useState(NO_CONSENT)
  const [blikCode, setBlikCode] = useState("")

  if (way?.method === "card") {
    const { script } = props
    return <CardForm key={cart?.id} {...{ way, disabled, onPress, onError, script, className }} />
  }
  if (ways.is === "failed") {
    // Where no list of ways stands beside it, nothing else would ask again.
    const listAgain = async () => loadWays(true)
    return (
      <div className={classNames("rozetkapay-pay", className)}>
        <PressButton state={state} isOff={!cart} onPress={listAgain} hint={say(ways.error)}>
          {t("again")}
        </PressButton>
      </div>
    )
  }
  const isOrdered = Boolean(cart?.completed_at)
  const hint = isOrdered ? t("ordered") : ways.is === "listed" && !way ? t("no_ways") : undefined
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
      <PressButton state={state} isOff={disabled || !way || isOrdered} onPress={press} hint={hint}>
        {children ?? (way?.needs.includes("parts") ? t("buy_in_parts") : undefined)}
      </PressButton>
    </div>
  )
}
