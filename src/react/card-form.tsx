import { type ReactElement, useState } from "react"
import { payByCardToken } from "../storefront/ways-to-pay"
import { Alert } from "./alert"
import { AskConsent, NO_CONSENT } from "./ask-consent"
import { useCheckout } from "./checkout-context"
import { classNames } from "./class-names"
import { PressButton } from "./press-button"
import type { CardFormProps } from "./props"
import { useChosenWay } from "./use-chosen-way"
import { usePayment } from "./use-payment"
import { WidgetPlace } from "./widget-place"

/**
 * RozetkaPay's card form in this page. The press in the form pays. A token works once: after a refusal
 * there is a new form; while the rest of the checkout is not filled in, the token waits for a press.
 */
export const CardForm = (props: CardFormProps): ReactElement | null => {
  const { disabled = false, onPress, onError, script, className } = props
  const { actions, cart, t } = useCheckout()
  const { shown } = useChosenWay()
  const way = props.way ?? shown.find((one) => one.method === "card" && one.available)
  const { state, pay } = usePayment({ onPress, onError })
  const [consents, setConsents] = useState(NO_CONSENT)
  const [tries, setTries] = useState(0)
  const [held, setHeld] = useState<string | null>(null)

  if (!way) return null
  const payBy = async (token: string) => {
    if (disabled || !cart) return setHeld(token)
    const data = payByCardToken(token, {
      save: way.asks.save && consents.save,
      remember: way.asks.remember && consents.remember,
    })
    const { id: cartId, total } = cart
    const start = () => actions.startPayment({ cartId, providerId: way.provider_id, total, data })
    const pressed = await pay(start)
    setHeld(pressed === "held" ? token : null)
    if (pressed === "refused") setTries((before) => before + 1)
  }
  return (
    <section className={classNames("rozetkapay-card-form", className)} aria-label={t("card_form")}>
      <AskConsent way={way} given={consents} onChange={setConsents} />
      {state.is === "refused" && <Alert error={state.error} />}
      {held === null ? (
        <WidgetPlace
          key={tries}
          widgetKey={way.settings.widget_key ?? ""}
          script={{ scriptUrl: way.settings.script_url, ...script }}
          amount={cart?.total}
          onToken={({ token }) => payBy(token)}
        />
      ) : (
        <PressButton state={state} isOff={disabled} onPress={() => payBy(held)} />
      )}
    </section>
  )
}
