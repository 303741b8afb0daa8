import { type ReactElement, type ReactNode, useId } from "react"
import type { WayToPay } from "../storefront/shopper-answers"
import { cardFace } from "./card-face"
import { useCheckout } from "./checkout-context"
import { classNames } from "./class-names"
import { WayIcon } from "./way-icon"
import { wayLimits } from "./way-limits"

type Choice = {
  way: WayToPay
  /** Of the radio buttons that exclude each other. */
  group: string
  icon?: ReactNode
  isChosen: boolean
  onChoose: () => void
  /** What it asks for once it is chosen. */
  children?: ReactNode
}

export const WayChoice = (props: Choice): ReactElement => {
  const { way, group, icon, isChosen, onChoose, children } = props
  const { cart, language, say, t } = useCheckout()
  const id = useId()
  const { available, reason } = way
  const limits = wayLimits(way, cart?.currency_code ?? "UAH", language, t)
  const why = available ? null : reason ? say(reason) : t("not_available")
  return (
    <div
      className={classNames(
        "rozetkapay-method",
        isChosen && "rozetkapay-chosen",
        !available && "rozetkapay-unavailable",
      )}
      data-method={way.method}
      data-provider={way.provider_id}
    >
      <label className="rozetkapay-method-label">
        <input
          type="radio"
          name={group}
          value={`${way.provider_id} ${way.method}`}
          checked={isChosen}
          disabled={!available}
          aria-describedby={id}
          onChange={onChoose}
        />
        <WayIcon icon={way.icon} own={icon} />
        <span className="rozetkapay-method-name">{way.name}</span>
      </label>
      <div id={id} className="rozetkapay-method-about">
        {way.description && <p className="rozetkapay-hint">{way.description}</p>}
        {way.settings.mask && <p className="rozetkapay-hint">{cardFace(way.settings)}</p>}
        {limits && (
          <p className="rozetkapay-hint rozetkapay-limits" suppressHydrationWarning>
            {limits}
          </p>
        )}
        {why !== null && (
          <p className="rozetkapay-reason" data-code={reason?.code}>
            {why}
          </p>
        )}
      </div>
      {isChosen && children && <div className="rozetkapay-method-details">{children}</div>}
    </div>
  )
}
