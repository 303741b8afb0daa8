import { type ReactElement, useEffect, useRef, useState } from "react"
import { type CardForm, mountCardForm } from "../storefront/card-form"
import type { CardToken } from "../storefront/card-widget"
import type { WidgetScript } from "../storefront/load-widget"
import { Alert } from "./alert"
import { useCheckout } from "./checkout-context"
import { useLatest } from "./use-latest"

type Place = {
  widgetKey: string
  script?: WidgetScript
  /** To be paid. Without it a card is saved, and the form's button says so. */
  amount?: number
  onToken: (token: CardToken) => Promise<void>
}

/** Where RozetkaPay's form stands, from when it is asked for until it is taken away. */
export const WidgetPlace = ({ widgetKey, script, amount, onToken }: Place): ReactElement => {
  const { language, t } = useCheckout()
  const place = useRef<HTMLDivElement>(null)
  const [state, setState] = useState<"coming" | "there" | "failed">("coming")
  const [tries, setTries] = useState(0)
  const latest = useLatest({ script, onToken, t })

  // biome-ignore lint/correctness/useExhaustiveDependencies: a press of "again" mounts it anew
  useEffect(() => {
    const element = place.current
    if (!element) return
    // The widget fills an element of its own, which React does not look into.
    const inside = document.createElement("div")
    element.append(inside)
    const { script, t } = latest.current
    const submit = t("save")
    setState("coming")
    const form: CardForm = mountCardForm({
      ...script,
      key: widgetKey,
      element: inside,
      locale: language,
      ...(amount === undefined ? { texts: { [language]: { submit } } } : { amount }),
      onToken: (token) => latest.current.onToken(token),
    })
    let isGone = false
    form.ready.then(
      () => isGone || setState("there"),
      () => isGone || setState("failed"),
    )
    return () => {
      isGone = true
      form.close()
      inside.remove()
    }
  }, [widgetKey, language, amount, tries, latest])

  return (
    <>
      <div ref={place} className="rozetkapay-widget" aria-busy={state === "coming"} />
      {state === "coming" && (
        <p role="status" className="rozetkapay-state">
          {t("loading_card_form")}
        </p>
      )}
      {state === "failed" && (
        <div className="rozetkapay-failed">
          <Alert error={{ code: "no_card_form", message: t("no_card_form") }} />
          <button
            type="button"
            className="rozetkapay-again"
            onClick={() => setTries((before) => before + 1)}
          >
            {t("again")}
          </button>
        </div>
      )}
    </>
  )
}
