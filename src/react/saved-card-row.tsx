import { type ReactElement, useState } from "react"
import type { SavedCard } from "../storefront/shopper-answers"
import { cardFace } from "./card-face"
import { useCheckout } from "./checkout-context"

type Row = { card: SavedCard; onDefault: () => void; onRemove: () => void }

/** A card is deleted by two presses: it can't be brought back. */
export const SavedCardRow = ({ card, onDefault, onRemove }: Row): ReactElement => {
  const { t } = useCheckout()
  const [isAsked, setAsked] = useState(false)
  const face = cardFace(card)
  const button = (label: string, onClick: () => void, kind: string) => (
    <button
      type="button"
      className={`rozetkapay-plain rozetkapay-${kind}`}
      aria-label={`${label}: ${face}`}
      onClick={onClick}
    >
      {label}
    </button>
  )
  return (
    <li className="rozetkapay-card" data-card={card.id}>
      <span className="rozetkapay-card-face">
        {face}
        {card.bank && <small> {card.bank}</small>}
      </span>
      {card.is_default && <em className="rozetkapay-default">{t("default_card")}</em>}
      <span className="rozetkapay-card-actions">
        {!card.is_default && !isAsked && button(t("make_default"), onDefault, "make-default")}
        {isAsked ? (
          <>
            {button(t("really_delete"), onRemove, "delete")}
            {button(t("keep"), () => setAsked(false), "keep")}
          </>
        ) : (
          button(t("delete_card"), () => setAsked(true), "ask-delete")
        )}
      </span>
    </li>
  )
}
