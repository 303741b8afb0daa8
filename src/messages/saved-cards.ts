import type { InBoth } from "./language"

/** Why a saved card could not be listed, added, changed or paid with. By code. */
export const SAVED_CARDS = {
  guest: {
    uk: "Увійдіть у свій обліковий запис, щоб зберегти картку чи платити збереженою.",
    en: "Please log in to save a card or to pay with a saved one.",
  },
  /** Not in this customer's wallet: whether it is another's is nobody's business. */
  no_such_card: {
    uk: "Серед ваших збережених карток немає такої. Виберіть іншу або введіть картку.",
    en: "There is no such card among your saved ones. Choose another or enter a card.",
  },
  refused: {
    uk: "Картку не вдалося зберегти. Введіть її ще раз або спробуйте іншу.",
    en: "The card could not be saved. Please enter it again or try another card.",
  },
  not_offered: {
    uk: "Збережені картки в цьому магазині зараз недоступні.",
    en: "Saved cards are not available in this store right now.",
  },
  no_answer: {
    uk: "RozetkaPay зараз не відповідає. Спробуйте ще раз за хвилину.",
    en: "RozetkaPay does not answer right now. Please try again in a minute.",
  },
  /** The answer to adding a card was lost. */
  maybe_added: {
    uk: "Поки невідомо, чи збережено картку. Перегляньте свої картки, перш ніж додавати її знову.",
    en: "It is not known yet whether the card was saved. Please look at your cards before you add it again.",
  },
} as const satisfies Record<string, InBoth>
