import { type ReactElement, useState } from "react"
import { AddCard } from "./add-card"
import { Alert } from "./alert"
import { cardFace } from "./card-face"
import { useCheckout } from "./checkout-context"
import { classNames } from "./class-names"
import { ConsentStatus } from "./consent-status"
import { LoadAgain } from "./load-again"
import type { SavedCardsProps } from "./props"
import { SavedCardRow } from "./saved-card-row"
import { useAsked } from "./use-asked"
import { useTask } from "./use-task"

/** For the account's pages of a logged-in customer: their cards, and what they allow to be charged. */
export const SavedCards = (props: SavedCardsProps): ReactElement => {
  const { providerId, heading, className } = props
  const { actions, say, t } = useCheckout()
  const { asked, again } = useAsked(() => actions.listCards(providerId), providerId ?? "")
  const { run, isBusy, error } = useTask()
  const [done, setDone] = useState("")

  const change = async (work: () => Promise<object>, sentence = "") => {
    setDone("")
    if (await run(work)) {
      setDone(sentence)
      await again()
    }
  }
  return (
    <section className={classNames("rozetkapay-saved-cards", className)} aria-busy={isBusy}>
      <h2 className="rozetkapay-heading">{heading ?? t("saved_cards")}</h2>
      {asked.is === "loading" && <p className="rozetkapay-state">{t("loading_cards")}</p>}
      {asked.is === "failed" && (
        <LoadAgain sentence={say(asked.error)} code={asked.error.code} onPress={again} />
      )}
      {asked.is === "told" && asked.answer.cards.length === 0 && (
        <p className="rozetkapay-hint">{t("no_cards")}</p>
      )}
      {asked.is === "told" && asked.answer.cards.length > 0 && (
        <ul className="rozetkapay-card-list">
          {asked.answer.cards.map((card) => (
            <SavedCardRow
              key={card.id}
              card={card}
              onDefault={() => change(() => actions.setDefaultCard(card.id, providerId))}
              onRemove={() =>
                change(
                  () => actions.removeCard(card.id, providerId),
                  t("card_deleted", { card: cardFace(card) }),
                )
              }
            />
          ))}
        </ul>
      )}
      {error && <Alert error={error} />}
      <p role="status" className="rozetkapay-state">
        {done}
      </p>
      {asked.is === "told" && (
        <AddCard
          {...props}
          onAdded={async () => {
            setDone(t("card_added"))
            await again()
          }}
        />
      )}
      {asked.is === "told" && <ConsentStatus providerId={providerId} />}
    </section>
  )
}
