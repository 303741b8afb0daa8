import { type ReactElement, useEffect, useId } from "react"
import type { Bank } from "../storefront/shopper-answers"
import { sumInWords } from "../storefront/sum-in-words"
import { useCheckout } from "./checkout-context"
import { useChosenWay } from "./use-chosen-way"
import { useLatest } from "./use-latest"

/** "3 × 439,99 ₴", what the last one is where they are not equal, and the number that the bank knows. */
export const PartsField = ({ bank, isNamed }: { bank: Bank; isNamed: boolean }): ReactElement => {
  const { cart, language, t } = useCheckout()
  const { said, choose } = useChosenWay()
  const id = useId()
  const latest = useLatest(choose)
  const currency = cart?.currency_code ?? "UAH"
  const money = (amount: string) => sumInWords({ amount, currency }, language)
  const chosen = bank.periods.find(({ parts }) => parts === said?.parts) ?? bank.periods[0]
  const known = cart?.billing_address?.phone ?? cart?.shipping_address?.phone ?? ""
  const phone = said?.phone ?? known

  const parts = chosen?.parts
  useEffect(() => {
    if (parts && parts !== said?.parts) latest.current({ parts })
  }, [parts, said?.parts, latest])

  return (
    <div className="rozetkapay-parts" data-bank={bank.bank}>
      {bank.product_name && !isNamed && <p className="rozetkapay-offer">{bank.product_name}</p>}
      <div className="rozetkapay-field">
        <label htmlFor={`${id}-parts`}>{t("parts")}</label>
        <select
          id={`${id}-parts`}
          value={chosen?.parts}
          onChange={({ target }) => choose({ parts: Number(target.value) })}
        >
          {bank.periods.map((period) => (
            <option key={period.parts} value={period.parts}>
              {`${period.parts} × ${money(period.monthly)}`}
            </option>
          ))}
        </select>
        <small aria-live="polite">
          {chosen && chosen.last !== chosen.monthly
            ? t("last_part", { last: money(chosen.last) })
            : t("equal_parts")}
        </small>
      </div>
      {bank.needs_phone && (
        <div className="rozetkapay-field">
          <label htmlFor={`${id}-phone`}>{t("bank_phone")}</label>
          <input
            id={`${id}-phone`}
            type="tel"
            autoComplete="tel"
            maxLength={30}
            value={phone}
            onChange={({ target }) => choose({ phone: target.value })}
          />
        </div>
      )}
    </div>
  )
}
