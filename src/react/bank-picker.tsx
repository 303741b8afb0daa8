import { type ReactElement, useId } from "react"
import { BankParts } from "./bank-parts"
import { useCheckout } from "./checkout-context"
import { classNames } from "./class-names"
import { LoadAgain } from "./load-again"
import type { BankPickerProps } from "./props"
import { useChosenWay } from "./use-chosen-way"
import { WayChoice } from "./way-choice"

/** The banks that sell this cart by instalments, apart from the other ways to pay: a page of its own. */
export const BankPicker = ({ legend, icon, className }: BankPickerProps): ReactElement => {
  const { ways, loadWays, say, t } = useCheckout()
  const { shown, chosen, choose } = useChosenWay()
  const group = useId()
  const banks = shown.filter((way) => way.needs.includes("parts"))
  return (
    <fieldset className={classNames("rozetkapay-banks", className)}>
      <legend className="rozetkapay-legend">{legend ?? t("which_bank")}</legend>
      {(ways.is === "idle" || ways.is === "loading") && (
        <p role="status" className="rozetkapay-state">
          {t("loading_banks")}
        </p>
      )}
      {ways.is === "failed" && (
        <LoadAgain
          sentence={say(ways.error)}
          code={ways.error.code}
          onPress={() => loadWays(true)}
        />
      )}
      {ways.is === "listed" && banks.length === 0 && (
        <LoadAgain sentence={t("no_banks")} code="no_banks" onPress={() => loadWays(true)} />
      )}
      {banks.map((way) => (
        <WayChoice
          key={`${way.provider_id} ${way.method}`}
          {...{ way, group, icon: icon?.(way) }}
          isChosen={way === chosen}
          onChoose={() => choose(way)}
        >
          <BankParts way={way} />
        </WayChoice>
      ))}
    </fieldset>
  )
}
