import { type ReactElement, useId } from "react"
import type { WayToPay } from "../storefront/shopper-answers"
import { BankParts } from "./bank-parts"
import { useCheckout } from "./checkout-context"
import { LoadAgain } from "./load-again"
import { NotThereYet } from "./not-there-yet"
import type { PaymentMethodsProps } from "./props"
import { SavedCardChoice } from "./saved-card-choice"
import { useChosenWay } from "./use-chosen-way"
import { WayChoice } from "./way-choice"

type Listed = {
  /** Those of the list that are shown here. */
  shown: WayToPay[]
  loading: string | null
  none: { sentence: string; code: string }
  icon: PaymentMethodsProps["icon"]
}

/** Ways to pay as radio buttons; below the chosen one what it asks for. */
export const WayList = ({ shown, loading, none, icon }: Listed): ReactElement => {
  const { ways, loadWays } = useCheckout()
  const { chosen, choose } = useChosenWay()
  const group = useId()
  const again = () => loadWays(true)
  if (ways.is !== "listed") return <NotThereYet state={ways} {...{ loading, again }} />
  if (shown.length === 0) return <LoadAgain {...none} onPress={again} />
  return (
    <>
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
    </>
  )
}
