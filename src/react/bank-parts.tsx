import type { ReactElement } from "react"
import type { WayToPay } from "../storefront/shopper-answers"
import { useCheckout } from "./checkout-context"
import { LoadAgain } from "./load-again"
import { NotThereYet } from "./not-there-yet"
import { PartsField } from "./parts-field"
import { useAsked } from "./use-asked"

/** In how many parts a bank of the list of ways sells this cart. */
export const BankParts = ({ way }: { way: WayToPay }): ReactElement => {
  const { actions, cart, t } = useCheckout()
  const id = cart?.id ?? ""
  const { asked, again } = useAsked(
    () => actions.listBanks(id, way.provider_id),
    [id, cart?.total, way.provider_id].join(" "),
  )
  if (asked.is !== "told") {
    return <NotThereYet state={asked} loading={t("loading_banks")} again={again} />
  }
  const bank = asked.answer.banks.find((one) => one.bank === way.data.bank)
  if (!bank) return <LoadAgain sentence={t("no_banks")} code="bank_unknown" onPress={again} />
  // The way above has said the offer's name, as a rule.
  return <PartsField bank={bank} isNamed={bank.product_name === way.description} />
}
