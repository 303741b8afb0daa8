/** The widget's words, in the shape of its `locale` parameter. */
export type FrameTexts = {
  cardNumber: string
  expiryDate: string
  cvv: string
  submit: string
  mm: string
  yy: string
  hints: { cvvHint: string }
  errors: { cardnumber: string; expiryDate: string; cvv: string }
  accepted: string
  failed: string
  testCardsOnly: string
}

export const FRAME_TEXTS: Record<string, FrameTexts> = {
  uk: {
    cardNumber: "Номер картки",
    expiryDate: "Строк дії",
    cvv: "CVV",
    submit: "Сплатити",
    mm: "ММ",
    yy: "РР",
    hints: { cvvHint: "Код міститься на зворотній стороні картки" },
    errors: {
      cardnumber: "Неправильний номер картки",
      expiryDate: "Неправильний строк дії",
      cvv: "Некоректний код CVV/CVC2",
    },
    accepted: "Картку прийнято",
    failed: "Не вдалося прийняти картку. Спробуйте ще раз.",
    testCardsOnly: "Пісочниця приймає лише тестові картки.",
  },
  en: {
    cardNumber: "Card number",
    expiryDate: "Expiry date",
    cvv: "CVV",
    submit: "Pay",
    mm: "MM",
    yy: "YY",
    hints: { cvvHint: "3 digits on the back of the card" },
    errors: {
      cardnumber: "Wrong card number",
      expiryDate: "Wrong expiry date",
      cvv: "Wrong CVV/CVC2 code",
    },
    accepted: "Card accepted",
    failed: "The card could not be taken. Try again.",
    testCardsOnly: "The sandbox takes test cards only.",
  },
  pl: {
    cardNumber: "Numer karty",
    expiryDate: "Data ważności",
    cvv: "CVV",
    submit: "Zapłać",
    mm: "MM",
    yy: "RR",
    hints: { cvvHint: "3 cyfry na odwrocie karty" },
    errors: {
      cardnumber: "Nieprawidłowy numer karty",
      expiryDate: "Nieprawidłowa data ważności",
      cvv: "Nieprawidłowy kod CVV/CVC2",
    },
    accepted: "Karta przyjęta",
    failed: "Nie udało się przyjąć karty. Spróbuj ponownie.",
    testCardsOnly: "Piaskownica przyjmuje tylko karty testowe.",
  },
}
