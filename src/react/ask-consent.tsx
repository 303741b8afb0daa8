import type { ReactElement } from "react"
import type { WayToPay } from "../storefront/shopper-answers"
import { useCheckout } from "./checkout-context"

export type Consents = { save: boolean; remember: boolean }

export const NO_CONSENT: Consents = { save: false, remember: false }

type Asked = { way: WayToPay; given: Consents; onChange: (given: Consents) => void }

/** What only a logged-in customer is asked, by what the list of ways says. Never ticked beforehand, never kept. */
export const AskConsent = ({ way, given, onChange }: Asked): ReactElement | null => {
  const { t } = useCheckout()
  const asked = (["save", "remember"] as const).filter((name) => way.asks[name])
  if (asked.length === 0) return null
  return (
    <div className="rozetkapay-consents">
      {asked.map((name) => (
        <label key={name} className="rozetkapay-consent">
          <input
            type="checkbox"
            name={`rozetkapay-${name}`}
            checked={given[name]}
            onChange={({ target }) => onChange({ ...given, [name]: target.checked })}
          />
          <span>{name === "save" ? t("save_card") : t("remember")}</span>
        </label>
      ))}
    </div>
  )
}
