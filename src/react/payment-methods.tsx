import { type ReactElement, useEffect } from "react"
import { useCheckout } from "./checkout-context"
import { classNames } from "./class-names"
import type { PaymentMethodsProps } from "./props"
import { useChosenWay } from "./use-chosen-way"
import { useLatest } from "./use-latest"
import { WayList } from "./way-list"

/** The ways to pay the cart as radio buttons; below the chosen one what it asks for. */
export const PaymentMethods = (props: PaymentMethodsProps): ReactElement => {
  const { legend, icon, onChoose, className } = props
  const { cart, ways, t } = useCheckout()
  const { shown, chosen } = useChosenWay()
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
      <WayList
        {...{ shown, icon }}
        loading={cart && t("loading_ways")}
        none={{ sentence: t("no_ways"), code: "no_ways" }}
      />
    </fieldset>
  )
}
