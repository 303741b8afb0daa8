import { type ReactElement, useId } from "react"
import { useCheckout } from "./checkout-context"

type Code = { value: string; onChange: (value: string) => void }

/** Good for one payment and about two minutes: typed where it is paid, and kept nowhere. */
export const BlikCode = ({ value, onChange }: Code): ReactElement => {
  const { t } = useCheckout()
  const id = useId()
  return (
    <div className="rozetkapay-field">
      <label htmlFor={id}>{t("blik_code")}</label>
      <input
        id={id}
        name="blik_code"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={7}
        required
        value={value}
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => onChange(target.value)}
      />
      <small id={`${id}-hint`}>{t("blik_hint")}</small>
    </div>
  )
}
