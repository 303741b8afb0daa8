import { type ReactElement, useState } from "react"
import { Alert } from "./alert"
import { cardFace } from "./card-face"
import { useCheckout } from "./checkout-context"
import { useAsked } from "./use-asked"
import { useTask } from "./use-task"

/** What the customer allows to be charged without them, and how to end it. Nothing where there is no such consent. */
export const ConsentStatus = ({ providerId }: { providerId?: string }): ReactElement | null => {
  const { actions, t } = useCheckout()
  const { asked, again } = useAsked(() => actions.readConsent(providerId), providerId ?? "")
  const { run, isBusy, error } = useTask()
  const [isWithdrawn, setWithdrawn] = useState(false)
  const isGiven = asked.is === "told" && asked.answer.given
  if (!isGiven && !isWithdrawn) return null

  const withdraw = async () => {
    if (!(await run(() => actions.withdrawConsent(providerId)))) return
    setWithdrawn(true)
    await again()
  }
  const mask = asked.is === "told" ? asked.answer.mask : null
  return (
    <div className="rozetkapay-consent-status">
      {error && <Alert error={error} />}
      {isGiven && (
        <>
          <p>{t("consent_given", { card: cardFace({ mask }) })}</p>
          <button
            type="button"
            className="rozetkapay-plain rozetkapay-withdraw"
            aria-disabled={isBusy}
            onClick={withdraw}
          >
            {t("withdraw")}
          </button>
        </>
      )}
      <p role="status" className="rozetkapay-state">
        {!isGiven && t("consent_withdrawn")}
      </p>
    </div>
  )
}
