import type { InBoth } from "./language"

/** The page of a payment link. */
export const LINK_PAGE = {
  /** Its title, where the order has no number. */
  order: {
    uk: "Замовлення",
    en: "Order",
  },
  thanks: {
    uk: "Сплачено. Дякуємо!",
    en: "Paid. Thank you!",
  },
  canceled: {
    uk: "Замовлення скасовано, сплачувати нічого не потрібно.",
    en: "The order was cancelled: there is nothing to pay.",
  },
  closed: {
    uk: "Замовлення змінилося, тому за цим посиланням його вже не сплатити. Попросіть, будь ласка, у магазину нове.",
    en: "The order has changed, so it can't be paid by this link any more. Please ask the shop for a new one.",
  },
  confirming: {
    uk: "Банк ще підтверджує платіж. Платити вдруге не потрібно: щойно банк відповість, ви побачите це тут.",
    en: "The bank is still confirming the payment. Do not pay a second time: as soon as the bank answers, you read it here.",
  },
  again: {
    uk: "Перевірити зараз",
    en: "Check now",
  },
  /** For whoever has confirmed nothing at the bank. */
  other: {
    uk: "Сплатити іншим способом",
    en: "Pay in another way",
  },
  other_note: {
    uk: "Якщо банк усе ж підтвердить і попередній платіж, один із двох повернеться.",
    en: "Should the bank confirm the earlier payment as well, one of the two goes back.",
  },
  left: {
    uk: "Не підтвердили платіж у банку? Поверніться на сторінку RozetkaPay",
    en: "You did not confirm the payment with your bank? Back to RozetkaPay's page",
  },
  back: {
    uk: "Гроші, які щойно надійшли, повертаються на картку.",
    en: "The money that has just arrived is on its way back to the card.",
  },
  payable: {
    uk: "До сплати",
    en: "To pay",
  },
  pay: {
    uk: "Сплатити на сторінці RozetkaPay",
    en: "Pay on RozetkaPay's page",
  },
  pay_so: {
    uk: "Обрати",
    en: "Choose",
  },
  /** Beside its sum, where that is another one. */
  last_part: {
    uk: "Останній",
    en: "Last one",
  },
  parts: {
    uk: "Кількість платежів",
    en: "Number of payments",
  },
  blik_code: {
    uk: "Код BLIK із застосунку банку",
    en: "BLIK code of your bank's app",
  },
  /** Under the lines, where less is to be paid than the order costs. */
  total: {
    uk: "Усе замовлення",
    en: "The whole order",
  },
  none_title: {
    uk: "Такого посилання немає",
    en: "There is no such link",
  },
  none: {
    uk: "Перевірте, чи відкрили ви його повністю, або попросіть у магазину нове.",
    en: "Please check that you have opened all of it, or ask the shop for a new one.",
  },
  later_title: {
    uk: "Зараз не виходить",
    en: "Not just now",
  },
  later: {
    uk: "Сторінка зараз недоступна. Відкрийте її, будь ласка, ще раз за хвилину: якщо ви вже сплатили, платіж не загубиться.",
    en: "This page is not available right now. Please open it again in a minute: if you have paid, the payment is not lost.",
  },
  ask: {
    uk: "Щоб сплатити, відкрийте, будь ласка, посилання магазину ще раз.",
    en: "To pay, please open the shop's link once more.",
  },
} as const satisfies Record<string, InBoth>
