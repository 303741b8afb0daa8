import type { ReactElement } from "react"
import { useCheckout } from "./checkout-context"

type Again = { sentence: string; code: string; onPress: () => void }

/** What could not be shown, and another try at it. */
export const LoadAgain = ({ sentence, code, onPress }: Again): ReactElement => {
  const { t } = useCheckout()
  return (
    <div role="alert" className="rozetkapay-failed" data-code={code}>
      <p className="rozetkapay-error">{sentence}</p>
      <button type="button" className="rozetkapay-again" onClick={onPress}>
        {t("again")}
      </button>
    </div>
  )
}
