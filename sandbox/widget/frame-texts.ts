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
  /** The sandbox's own: `locale` has no words for a field that was left empty. */
  empty: { card: string; expiry: string; cvv: string }
  accepted: string
  failed: string
  testCardsOnly: string
}

export const FRAME_TEXTS: Record<string, FrameTexts> = {
  uk: {
    cardNumber: "Номер картки",
    expiryDate: "Термін дії",
    cvv: "CVV",
    submit: "Сплатити",
    mm: "ММ",
    yy: "РР",
    hints: { cvvHint: "Код міститься на зворотній стороні картки" },
    errors: {
      cardnumber: "Неправильний номер картки",
      expiryDate: "Неправильний термін дії",
      cvv: "Некоректний код CVV/CVC2",
    },
    empty: {
      card: "Введіть номер картки",
      expiry: "Введіть термін дії",
      cvv: "Введіть CVV",
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
    empty: {
      card: "Enter the card number",
      expiry: "Enter the expiry date",
      cvv: "Enter the CVV",
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
    empty: {
      card: "Podaj numer karty",
      expiry: "Podaj datę ważności",
      cvv: "Podaj CVV",
    },
    accepted: "Karta przyjęta",
    failed: "Nie udało się przyjąć karty. Spróbuj ponownie.",
    testCardsOnly: "Piaskownica przyjmuje tylko karty testowe.",
  },
}
