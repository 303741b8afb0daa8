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
  takenOff: "Повернуто",
  vat: "у т. ч. ПДВ",
  paidBy: "Оплата через RozetkaPay",
  wholeOrParts: "Одразу чи частинами",
  whole: "Одразу",
  inParts: "Частинами",
  cardHere: "Карткою просто тут",
  cardHereHint: "Номер картки бачить лише RozetkaPay.",
  oneClick: "Купити в один клік з Rozetka",
  oneClickHint: "Доставку, отримувача й оплату оберете на сторінці Rozetka.",
  orFillIn: "або оформіть замовлення тут",
  from: "від",
  logIn: "Увійти як",
  loggedIn: "Ви увійшли як",
  logOut: "Вийти",
  testCards:
    "Тестові картки: 4111 1111 1111 1111; 4242 4242 4242 4242 з підтвердженням у банку; 4000 0000 0000 0044 без коштів. Будь-які термін дії та CVV.",
  needed: {
    email: "Вкажіть ел. пошту",
    first_name: "Вкажіть ім'я",
    last_name: "Вкажіть прізвище",
    phone: "Вкажіть телефон",
    city: "Вкажіть місто",
    address_1: "Вкажіть адресу або відділення",
    postal_code: "Вкажіть індекс",
  },
  wrongEmail: "Перевірте адресу: їй бракує чогось на зразок «@ukr.net»",
  wrongPhone: "Перевірте номер: у ньому замало цифр",
  withDelivery: "з доставкою",
  eachTheirs: "Одна оплата, і кожному продавцеві своє:",
  myOrders: "Мої замовлення",
  noOrders: "Замовлень ще немає.",
  logInForOrders: "Увійдіть, щоб побачити свої замовлення.",
  noSuchOrder: "Такого замовлення немає",
  noSuchOrderHint: "Перевірте адресу сторінки: можливо, її скопійовано не повністю.",
  noSuchPage: "Такої сторінки немає",
  noSuchPageHint: "Можливо, адресу скопійовано не повністю.",
  tryLater: "Крамниця не змогла відповісти. Спробуйте ще раз трохи згодом.",
  perMonth: "/міс. частинами",
  buyNow: "Купити в один клік",
  thanks: "Дякуємо!",
  order: "Замовлення №",
  placed: "прийнято",
  held: "Гроші зарезервовано; крамниця візьме їх, коли збере посилку",
  paid: "Оплачено",
  partlyRefunded: "Частину грошей повернуто",
  refunded: "Гроші повернуто",
  canceled: "Оплату скасовано",
  unpaid: "Очікуємо на оплату",
  pay: "Сплатити",
  paysOnDelivery: "Сплатите, коли забиратимете посилку",
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
  takenOff: "Refunded",
  vat: "incl. VAT",
  paidBy: "Payment through RozetkaPay",
  wholeOrParts: "At once or in parts",
  whole: "At once",
  inParts: "In parts",
  cardHere: "By card right here",
  cardHereHint: "Only RozetkaPay sees the card's number.",
  oneClick: "Buy in one click with Rozetka",
  oneClickHint: "You choose delivery, recipient and payment on Rozetka's page.",
  orFillIn: "or check out here",
  from: "from",
  logIn: "Log in as",
  loggedIn: "You are logged in as",
  logOut: "Log out",
  testCards:
    "Test cards: 4111 1111 1111 1111; 4242 4242 4242 4242 asks the bank; 4000 0000 0000 0044 has no money. Any date and CVV.",
  needed: {
    email: "Enter your e-mail",
    first_name: "Enter the first name",
    last_name: "Enter the last name",
    phone: "Enter a phone number",
    city: "Enter the city",
    address_1: "Enter an address or a branch",
    postal_code: "Enter the postal code",
  },
  wrongEmail: "Check the address: it lacks something like “@gmail.com”",
  wrongPhone: "Check the number: it has too few digits",
  withDelivery: "with delivery",
  eachTheirs: "One payment, and each seller gets theirs:",
  myOrders: "My orders",
  noOrders: "No orders yet.",
  logInForOrders: "Log in to see your orders.",
  noSuchOrder: "There is no such order",
  noSuchOrderHint: "Check the page's address: it may have been copied only in part.",
  noSuchPage: "There is no such page",
  noSuchPageHint: "Its address may have been copied only in part.",
  tryLater: "The shop could not answer. Please try again a little later.",
  perMonth: "/month by a bank",
  buyNow: "Buy in one click",
  thanks: "Thank you!",
  order: "Order no.",
  placed: "is placed",
  held: "The money is reserved; the shop takes it when the parcel is packed",
  paid: "Paid",
  partlyRefunded: "Part of the money is refunded",
  refunded: "The money is refunded",
  canceled: "The payment is cancelled",
  unpaid: "Waiting for the payment",
  pay: "Pay",
  paysOnDelivery: "You pay when you collect the parcel",
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

const days = new Intl.DateTimeFormat(language === "en" ? "en-GB" : "uk-UA", {
  dateStyle: "medium",
  timeZone: "Europe/Kyiv",
})

export const day = (moment: string | Date) => days.format(new Date(moment))
