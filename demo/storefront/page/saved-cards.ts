import { deleteCard, isLoggedIn, listCards, type SavedCard } from "./customer"
import { button, element } from "./elements"
import { texts } from "./texts"

/** The customer's cards to choose from. `chosen` answers the id of the one to pay with, if there is any. */
export async function savedCards(
  redraw: () => Promise<void>,
): Promise<{ list: HTMLElement; chosen: () => string | undefined }> {
  const cards = await listCards()
  const [first] = cards
  if (!first) {
    const words = isLoggedIn() ? texts.noCards : texts.logInFirst
    return {
      list: element("p", { class: "quiet", id: "no-cards" }, words),
      chosen: () => undefined,
    }
  }
  let chosen = cards.find((card) => card.is_default) ?? first
  const list = element("ul", { class: "cards" })
  for (const card of cards) {
    const input = element("input", { type: "radio", name: "card", checked: card === chosen })
    input.addEventListener("change", () => {
      chosen = card
    })
    const remove = button(
      texts.deleteCard,
      { class: "plain delete", "aria-label": `${texts.deleteCard}: ${face(card)}` },
      async () => {
        await deleteCard(card.id)
        await redraw()
      },
    )
    list.append(
      element(
        "li",
        { "data-card": card.id },
        element("label", { class: "way" }, input, element("span", {}, face(card))),
        remove,
      ),
    )
  }
  return { list, chosen: () => chosen.id }
}

/** "VISA •••• 4242, 04/31"; the number does not break over two lines. */
const face = ({ brand, mask, expiry }: SavedCard) => {
  const number = [brand, mask && `••••\u00a0${mask.slice(-4)}`].filter(Boolean).join(" ")
  const [, year, month] = /^\d\d(\d\d)-(\d\d)/.exec(expiry ?? "") ?? []
  return [number || "•••• ••••", month && `${month}/${year}`].filter(Boolean).join(", ")
}
