const UK = {
  shop: "Крамниця «Полісся»",
  tagline: "Речі, зроблені руками",
  footer: "Демонстраційна крамниця: справжніх грошей тут немає.",
  add: "До кошика",
  added: "У кошику",
  size: "Розмір",
  soldBy: "Продавець",
  cart: "Кошик",
  toCart: "До кошика й оплати",
  emptyCart: "У кошику поки порожньо.",
  backToShop: "До крамниці",
  fewer: "Менше",
  more: "Більше",
  address: "Кому й куди",
  email: "Ел. пошта",
  first_name: "Ім'я",
  last_name: "Прізвище",
  phone: "Телефон",
  city: "Місто",
  address_1: "Адреса або відділення",
  postal_code: "Індекс",
  delivery: "Доставка",
  goods: "Товари",
  total: "Разом",
  vat: "у т. ч. ПДВ",
  pay: "Сплатити",
  paidBy: "Оплата карткою через RozetkaPay",
  howToPay: "Як платити",
  onPage: "На сторінці RozetkaPay",
  onPageHint: "Перейдете туди й повернетеся сюди",
  here: "Карткою просто тут",
  hereHint: "Номер картки бачить лише RozetkaPay",
  withSaved: "Збереженою карткою",
  withSavedHint: "Без номера й CVV",
  save: "Зберегти цю картку",
  remember: "Дозволяю списувати оплату наступних замовлень без мене",
  noCards: "Збережених карток ще немає: сплатіть карткою тут і зазначте «Зберегти цю картку».",
  deleteCard: "Видалити",
  logInFirst: "Збережені картки є лише в тих, хто увійшов.",
  logIn: "Увійти як",
  loggedIn: "Ви увійшли як",
  logOut: "Вийти",
  paying: "Проводимо оплату…",
  noForm: "Форму картки не вдалося показати. Оберіть сторінку RozetkaPay.",
  testCards:
    "Тестові картки: 4111 1111 1111 1111; 4242 4242 4242 4242 з підтвердженням у банку; 4000 0000 0000 0044 без коштів. Будь-які строк і CVV.",
  notPaid: "Оплата не пройшла",
  tryAgain: "Кошик на місці, гроші не списано. Можна спробувати ще раз.",
  thanks: "Дякуємо!",
  order: "Замовлення №",
  placed: "прийнято",
  held: "Гроші заблоковано на картці; крамниця спише їх, коли збере посилку",
  paid: "Оплачено",
  partlyRefunded: "Частину грошей повернуто",
  refunded: "Гроші повернуто",
  canceled: "Оплату скасовано",
  unpaid: "Очікуємо на оплату",
  broken: "Щось пішло не так",
  offline: "Крамниця не відповідає. Перевірте, чи запущено демо, й оновіть сторінку.",
  again: "Спробувати ще раз",
}

type Texts = typeof UK

const EN: Texts = {
  shop: "Polissia Goods",
  tagline: "Things made by hand",
  footer: "A demo shop: no real money here.",
  add: "Add to cart",
  added: "In the cart",
  size: "Size",
  soldBy: "Sold by",
  cart: "Cart",
  toCart: "To cart and payment",
  emptyCart: "Your cart is empty.",
  backToShop: "Back to the shop",
  fewer: "Fewer",
  more: "More",
  address: "Who and where to",
  email: "E-mail",
  first_name: "First name",
  last_name: "Last name",
  phone: "Phone",
  city: "City",
  address_1: "Address or branch",
  postal_code: "Postal code",
  delivery: "Delivery",
  goods: "Goods",
  total: "Total",
  vat: "incl. VAT",
  pay: "Pay",
  paidBy: "Card payment through RozetkaPay",
  howToPay: "How to pay",
  onPage: "On RozetkaPay's page",
  onPageHint: "You go there and come back here",
  here: "By card right here",
  hereHint: "Only RozetkaPay sees the card's number",
  withSaved: "With a saved card",
  withSavedHint: "No number, no CVV",
  save: "Save this card",
  remember: "My next orders may be charged without me",
  noCards: "No saved cards yet: pay by card right here and tick “Save this card”.",
  deleteCard: "Delete",
  logInFirst: "Only those who have logged in have saved cards.",
  logIn: "Log in as",
  loggedIn: "You are logged in as",
  logOut: "Log out",
  paying: "Paying…",
  noForm: "The card form can't be shown. Please choose RozetkaPay's page.",
  testCards:
    "Test cards: 4111 1111 1111 1111; 4242 4242 4242 4242 asks the bank; 4000 0000 0000 0044 has no money. Any date and CVV.",
  notPaid: "The payment did not go through",
  tryAgain: "Your cart is still here and nothing was charged. You can try again.",
  thanks: "Thank you!",
  order: "Order no.",
  placed: "is placed",
  held: "The money is held on your card; the shop takes it when the parcel is packed",
  paid: "Paid",
  partlyRefunded: "Part of the money is refunded",
  refunded: "The money is refunded",
  canceled: "The payment is cancelled",
  unpaid: "Waiting for the payment",
  broken: "Something went wrong",
  offline: "The shop does not answer. Check that the demo is running and reload the page.",
  again: "Try again",
}

export type Language = "uk" | "en"

const KEPT = "language"

const asked = new URLSearchParams(location.search).get("lang")
if (asked) localStorage.setItem(KEPT, asked)

export const language: Language = localStorage.getItem(KEPT) === "en" ? "en" : "uk"

export const texts: Texts = language === "en" ? EN : UK

export function chooseLanguage(next: Language): void {
  localStorage.setItem(KEPT, next)
  const address = new URL(location.href)
  address.searchParams.delete("lang")
  location.replace(address)
}

const money = new Intl.NumberFormat(language === "en" ? "en-GB" : "uk-UA", {
  style: "currency",
  currency: "UAH",
  currencyDisplay: "narrowSymbol",
})

export const price = (amount: number) => money.format(amount)
