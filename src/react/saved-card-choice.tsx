import { type ReactElement, useEffect, useId } from "react"
import { cardFace } from "./card-face"
import { useCheckout } from "./checkout-context"
import { NotThereYet } from "./not-there-yet"
import { useAsked } from "./use-asked"
import { useChosenWay } from "./use-chosen-way"
import { useLatest } from "./use-latest"

/** With which of the customer's cards to pay: the default one until another is chosen. */
export const SavedCardChoice = ({ providerId }: { providerId: string }): ReactElement => {
  const { actions, t } = useCheckout()
  const { said, choose } = useChosenWay()
  const { asked, again } = useAsked(() => actions.listCards(providerId), providerId)
  const group = useId()
  const cards = asked.is === "told" ? asked.answer.cards : []
  const first = cards.find((card) => card.is_default) ?? cards[0]
  const chosen = cards.find((card) => card.id === said?.cardId) ?? first
  const latest = useLatest(choose)

  const cardId = chosen?.id
  useEffect(() => {
    if (cardId && cardId !== said?.cardId) latest.current({ cardId })
  }, [cardId, said?.cardId, latest])

  if (asked.is !== "told") {
    return <NotThereYet state={asked} loading={t("loading_cards")} again={again} />
  }
  if (cards.length === 0) return <p className="rozetkapay-hint">{t("no_card_to_pay_with")}</p>
  return (
    <fieldset className="rozetkapay-cards">
      <legend>{t("which_card")}</legend>
      {cards.map((card) => (
        <label key={card.id} className="rozetkapay-card" data-card={card.id}>
          <input
            type="radio"
            name={group}
            checked={card === chosen}
            onChange={() => choose({ cardId: card.id })}
          />
          <span>{cardFace(card)}</span>
        </label>
      ))}
    </fieldset>
  )
}
