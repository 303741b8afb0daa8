import type { Language } from "../pages/texts"

/** The words of the banks' pages and apps; what they share with the hosted page is in pages/texts.ts. */
const uk = {
  title: "Оплата частинами",
  inApp: "Так клієнт бачить запит у застосунку банку.",
  intro: "Магазин пропонує вам придбати товар частинами.",
  parts: "Кількість платежів",
  monthly: "Щомісячний платіж",
  phone: "Телефон",
  agree: "Погоджуюсь",
  refuse: "Відмовляюсь",
  getCode: "Отримати код із SMS",
  codeTitle: "Підпишіть договір",
  codeText: "Ми надіслали SMS із кодом. Введіть його, щоб підписати договір.",
  code: "Код із SMS",
  codeHint: "Пісочниця: підійдуть будь-які 4 цифри, крім 0000.",
  codeErrors: {
    empty: "Введіть код із SMS.",
    wrong: "Неправильний код. Введіть 4 цифри з SMS.",
  },
  sign: "Підписати договір",
  cardIntro: "Введіть картку, з якої банк списуватиме платежі.",
  signedTitle: "Договір підписано",
  signedText: "Банк повідомив магазин. Можна повертатися до магазину.",
  refusedTitle: "Покупку частинами не оформлено",
  refusedText: "Кошти не списуватимуться. Поверніться до магазину й оберіть інший спосіб оплати.",
  overTitle: "Цей запит уже не дійсний",
  overText: "Відповідати на нього не потрібно.",
  rejectingPhone: "Тестовий номер: банк відхилить цю покупку.",
}

type PageTexts = typeof uk

const en: PageTexts = {
  title: "Pay in instalments",
  inApp: "This is how the customer sees the request in the bank's app.",
  intro: "The shop offers you to pay for your purchase in instalments.",
  parts: "Number of payments",
  monthly: "Monthly payment",
  phone: "Phone",
  agree: "Agree",
  refuse: "Refuse",
  getCode: "Get a code by SMS",
  codeTitle: "Sign the contract",
  codeText: "We have sent you a code by SMS. Enter it to sign the contract.",
  code: "Code from the SMS",
  codeHint: "Sandbox: any 4 digits will do, except 0000.",
  codeErrors: {
    empty: "Enter the code from the SMS.",
    wrong: "The code is wrong. Enter the 4 digits from the SMS.",
  },
  sign: "Sign the contract",
  cardIntro: "Enter the card that the bank will take the payments from.",
  signedTitle: "The contract is signed",
  signedText: "The bank has told the shop. You may return to the shop.",
  refusedTitle: "The purchase was not made",
  refusedText: "Nothing will be charged. Return to the shop and choose another way to pay.",
  overTitle: "This request is over",
  overText: "There is nothing to answer any more.",
  rejectingPhone: "A test phone: the bank will reject this purchase.",
}

export const pageTextsIn = (language: Language): PageTexts => (language === "uk" ? uk : en)
