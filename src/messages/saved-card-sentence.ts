import type { ShopperLanguage } from "./decline-sentence"

/** Why a saved card could not be listed, added, changed or paid with. A closed list. */
export type SavedCardProblem =
  | "guest"
  /** Not in this customer's wallet: whether it is another's is nobody's business. */
  | "no_such_card"
  | "refused"
  | "not_offered"
  | "no_answer"
  /** The answer to adding a card was lost. */
  | "maybe_added"

const SENTENCES = {
  uk: {
    guest: "Увійдіть у свій обліковий запис, щоб зберегти картку чи платити збереженою.",
    no_such_card: "Серед ваших збережених карток немає такої. Виберіть іншу або введіть картку.",
    refused: "Картку не вдалося зберегти. Введіть її ще раз або спробуйте іншу.",
    not_offered: "Збережені картки в цьому магазині зараз недоступні.",
    no_answer: "RozetkaPay зараз не відповідає. Спробуйте ще раз за хвилину.",
    maybe_added:
      "Поки невідомо, чи збережено картку. Перегляньте свої картки, перш ніж додавати її знову.",
  },
  en: {
    guest: "Please log in to save a card or to pay with a saved one.",
    no_such_card: "There is no such card among your saved ones. Choose another or enter a card.",
    refused: "The card could not be saved. Please enter it again or try another card.",
    not_offered: "Saved cards are not available in this store right now.",
    no_answer: "RozetkaPay does not answer right now. Please try again in a minute.",
    maybe_added:
      "It is not known yet whether the card was saved. Please look at your cards before you add it again.",
  },
} satisfies Record<ShopperLanguage, Record<SavedCardProblem, string>>

export const savedCardSentence = (problem: SavedCardProblem, language: ShopperLanguage): string =>
  SENTENCES[language][problem]
