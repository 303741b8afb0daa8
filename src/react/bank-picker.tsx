import type { ReactElement } from "react"
import { useCheckout } from "./checkout-context"
import { classNames } from "./class-names"
import type { BankPickerProps } from "./props"
import { useChosenWay } from "./use-chosen-way"
import { WayList } from "./way-list"

/** The banks that sell this cart by instalments, apart from the other ways to pay: a page of its own. */
export const BankPicker = ({ legend, icon, className }: BankPickerProps): ReactElement => {
  const { t } = useCheckout()
  const { shown } = useChosenWay()
  return (
    <fieldset className={classNames("rozetkapay-banks", className)}>
      <legend className="rozetkapay-legend">{legend ?? t("which_bank")}</legend>
      <WayList
        shown={shown.filter((way) => way.needs.includes("parts"))}
        icon={icon}
        loading={t("loading_banks")}
        none={{ sentence: t("no_banks"), code: "no_banks" }}
      />
    </fieldset>
  )
}
