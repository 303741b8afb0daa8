import type { Language } from "../pages/texts"

/** The words of the providers' pages and of the BLIK app; the rest is in pages/texts.ts. */
const uk = {
  inApp: "Так клієнт бачить запит у застосунку банку.",
  intro: "Підтвердьте покупку в магазині.",
  codeLabel: "Код BLIK із застосунку банку",
  codeHint: "6 цифр. Пісочниця: тестові коди нижче, будь-який інший буде підтверджено.",
  codeError: "Вкажіть 6 цифр коду BLIK.",
  testCodes: "Тестові коди BLIK",
  testAnswers: { agree: "успішно", refuse: "відмова", time_out: "час вичерпано" },
  agree: "Підтвердити",
  sign: "Підписати договір",
  refuse: "Відмовитися",
  doneTitle: "Оплату підтверджено",
  doneText: "Магазин уже знає про це. Можна повертатися до магазину.",
  refusedTitle: "Оплата не пройшла",
  refusedText: "Кошти не списано. Поверніться до магазину й оберіть інший спосіб оплати.",
  overTitle: "Цей запит уже не дійсний",
  overText: "Відповідати на нього не потрібно.",
}

type PageTexts = typeof uk

const en: PageTexts = {
  inApp: "This is how the customer sees the request in the bank's app.",
  intro: "Confirm your purchase in the shop.",
  codeLabel: "BLIK code from your bank's app",
  codeHint: "6 digits. Sandbox: test codes are below, any other one is confirmed.",
  codeError: "Enter the 6 digits of the BLIK code.",
  testCodes: "BLIK test codes",
  testAnswers: { agree: "success", refuse: "refused", time_out: "time runs out" },
  agree: "Confirm",
  sign: "Sign the contract",
  refuse: "Refuse",
  doneTitle: "The payment is confirmed",
  doneText: "The shop knows already. You may return to it.",
  refusedTitle: "The payment did not go through",
  refusedText: "Nothing was charged. Return to the shop and choose another way to pay.",
  overTitle: "This request is over",
  overText: "There is nothing to answer any more.",
}

export const pageTextsIn = (language: Language): PageTexts => (language === "uk" ? uk : en)
