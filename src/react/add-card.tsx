import { type ReactElement, useState } from "react"
import { browserFingerprint } from "../storefront/browser-fingerprint"
import type { CardToAdd } from "../storefront/payment-actions"
import { Alert } from "./alert"
import { useCheckout } from "./checkout-context"
import type { SavedCardsProps } from "./props"
import { useTask } from "./use-task"
import { WidgetPlace } from "./widget-place"

type Add = Pick<SavedCardsProps, "providerId" | "widget" | "countryCode"> & {
  onAdded: () => Promise<void>
}

/** By RozetkaPay's form in this page where the store has its key, else on RozetkaPay's page. */
export const AddCard = ({ providerId, widget, countryCode, onAdded }: Add): ReactElement => {
  const { actions, go, t } = useCheckout()
  const { run, isBusy, error } = useTask()
  const [isOpen, setOpen] = useState(false)
  const [tries, setTries] = useState(0)

  const add = async (card?: CardToAdd) => {
    const added = await run(() => actions.addCard(card, { providerId, countryCode }))
    if (!added) return setTries((before) => before + 1)
    if ("url" in added) return go(added.url)
    setOpen(false)
    await onAdded()
  }
  return (
    <div className="rozetkapay-add-card">
      {error && <Alert error={error} />}
      {isOpen && widget ? (
        <WidgetPlace
          key={tries}
          widgetKey={widget.key}
          script={widget}
          onToken={(token) => add({ ...token, fingerprint: browserFingerprint() })}
        />
      ) : (
        <button
          type="button"
          className="rozetkapay-button"
          aria-disabled={isBusy}
          aria-busy={isBusy}
          onClick={() => {
            if (widget) setOpen(true)
            else void add()
          }}
        >
          {t("add_card")}
        </button>
      )}
      <p role="status" className="rozetkapay-state">
        {isBusy && t("adding_card")}
      </p>
    </div>
  )
}
