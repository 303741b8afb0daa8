import type { InBoth } from "./language"

/** The page on which a shopper waits for the bank. */
export const WAITING_PAGE = {
  title: {
    uk: "Чекаємо на банк",
    en: "Waiting for the bank",
  },
  text: {
    uk: "Банк ще підтверджує платіж. Сторінка оновиться сама, закривати її не обов'язково: щойно платіж підтвердиться, замовлення буде оформлено.",
    en: "The bank is still confirming the payment. This page refreshes by itself; you may close it: the order is placed as soon as the payment is confirmed.",
  },
  long: {
    uk: "Це триває довше, ніж зазвичай. Сторінку можна закрити: щойно платіж підтвердиться, замовлення буде оформлено; якщо ні, гроші повернуться.",
    en: "This is taking longer than usual. You may close this page: the order is placed as soon as the payment is confirmed; if it is not, the money comes back.",
  },
  delayed_title: {
    uk: "Гроші надійшли",
    en: "The money has arrived",
  },
  delayed: {
    uk: "Замовлення поки не вдалося оформити. Магазин пробує ще раз; якщо й так не вийде, гроші повернуться на картку самі. Платити вдруге не потрібно, сторінку можна закрити.",
    en: "The order could not be placed yet. The shop is trying again; if it still can't, the money goes back to the card by itself. Do not pay a second time; you may close this page.",
  },
  again: {
    uk: "Перевірити зараз",
    en: "Check now",
  },
  left: {
    uk: "Не підтвердили платіж у банку?",
    en: "You did not confirm the payment with your bank?",
  },
  cart: {
    uk: "Повернутися до кошика",
    en: "Back to the cart",
  },
  link: {
    uk: "Повернутися до оплати замовлення",
    en: "Back to paying the order",
  },
} as const satisfies Record<string, InBoth>
