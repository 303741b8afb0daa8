import { type ReactElement, useEffect, useId } from "react"
import { BankParts } from "./bank-parts"
import { useCheckout } from "./checkout-context"
import { classNames } from "./class-names"
import { LoadAgain } from "./load-again"
import type { PaymentMethodsProps } from "./props"
import { SavedCardChoice } from "./saved-card-choice"
import { useChosenWay } from "./use-chosen-way"
import { useLatest } from "./use-latest"
import { WayChoice } from "./way-choice"

/** The ways to pay the cart as radio buttons; below the chosen one what it asks for. */
export const PaymentMethods = (props: PaymentMethodsProps): ReactElement => {
  const { legend, icon, onChoose, className } = props
  const { cart, ways, loadWays, say, t } = useCheckout()
  const { shown, chosen, choose } = useChosenWay()
  const group = useId()
  const latest = useLatest({ onChoose, chosen })
  const name = chosen && `${cart?.id} ${chosen.provider_id} ${chosen.method}`

  useEffect(() => {
    const { onChoose, chosen } = latest.current
    if (name !== null && chosen) onChoose?.(chosen)
  }, [name, latest])

  return (
    <fieldset
      className={classNames("rozetkapay-methods", className)}
      aria-busy={ways.is === "loading"}
    >
      <legend className="rozetkapay-legend">{legend ?? t("how_to_pay")}</legend>
      {cart && (ways.is === "idle" || ways.is === "loading") && (
        <p role="status" className="rozetkapay-state">
          {t("loading_ways")}
        </p>
      )}
      {ways.is === "failed" && (
        <LoadAgain
          sentence={say(ways.error)}
          code={ways.error.code}
          onPress={() => loadWays(true)}
        />
      )}
      {ways.is === "listed" && shown.length === 0 && (
        <LoadAgain sentence={t("no_ways")} code="no_ways" onPress={() => loadWays(true)} />
      )}
      {shown.map((way) => (
        <WayChoice
          key={`${way.provider_id} ${way.method}`}
          {...{ way, group, icon: icon?.(way) }}
          isChosen={way === chosen}
          onChoose={() => choose(way)}
        >
          {way.method === "saved_card" && <SavedCardChoice providerId={way.provider_id} />}
          {way.needs.includes("parts") && <BankParts way={way} />}
        </WayChoice>
      ))}
    </fieldset>
  )
}
