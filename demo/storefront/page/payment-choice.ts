import {
  type CardForm,
  mountCardForm,
  payByCardToken,
  payBySavedCard,
  payOnRozetkaPay,
  type SessionInput,
} from "../../../src/storefront/index.js"
import { isLoggedIn, logIn, logOut } from "./customer.js"
import { button, element } from "./elements.js"
import { startPayment } from "./payment.js"
import { savedCards } from "./saved-cards.js"
import { type Cart, config, type Shopper } from "./store.js"
import { language, price, texts } from "./texts.js"

type Way = "page" | "here" | "saved"
const WAYS: Way[] = config.keepsCards ? ["page", "here", "saved"] : ["page", "here"]

const TITLES: Record<Way, [string, string]> = {
  page: [texts.onPage, texts.onPageHint],
  here: [texts.here, texts.hereHint],
  saved: [texts.withSaved, texts.withSavedHint],
}

/** A shopper who comes back from the bank finds the way they chose. */
const KEPT = "way_to_pay"
const chosenWay = (): Way => WAYS.find((way) => way === sessionStorage.getItem(KEPT)) ?? "page"

let cardForm: CardForm | undefined

/** Whether the shopper is asked to save a card, and to allow later charges. */
const mayKeepCards = () => config.keepsCards && isLoggedIn()

/** Before the page is drawn anew. */
export function closeCardForm(): void {
  cardForm?.close()
  cardForm = undefined
}

function tick(id: string, label: string): { row: HTMLElement; isTicked: () => boolean } {
  const input = element("input", { type: "checkbox", id })
  const row = element("label", { class: "tick-row" }, input, element("span", {}, label))
  return { row, isTicked: () => input.checked }
}

/**
 * The ways to pay: one is open, with what it needs. Only a customer who has logged in may keep
 * cards and allow later charges, so only they are asked.
 *
 * @param shopper who pays, once the address is complete
 */
export async function paymentChoice(
  cart: Cart,
  shopper: () => Shopper | undefined,
  redraw: () => Promise<void>,
): Promise<HTMLElement> {
  const way = chosenWay()
  const problem = element("p", { class: "notice bad", role: "alert", hidden: true })
  const state = element("p", { class: "quiet", role: "status", id: "paying" })
  const remember = tick("remember", texts.remember)
  const save = tick("save", texts.save)

  const complain = (sentence: string) => {
    problem.textContent = sentence
    problem.hidden = false
    problem.scrollIntoView({ block: "center" })
  }
  const pay = async (who: Shopper, data: SessionInput): Promise<boolean> => {
    problem.hidden = true
    state.textContent = texts.paying
    try {
      location.assign(await startPayment(cart.id, who, data))
      return true
    } catch (error) {
      complain(error instanceof Error ? error.message : texts.broken)
      return false
    } finally {
      state.textContent = ""
    }
  }
  const payButton = (choose: () => SessionInput | undefined, failed?: () => void) =>
    button(`${texts.pay} ${price(cart.total)}`, { class: "pay", id: "pay" }, async () => {
      const data = choose()
      const who = shopper()
      if (data && who && !(await pay(who, data))) failed?.()
    })

  const cardHere = () => {
    const place = element("div", { class: "card-form" })
    const mount = () => {
      closeCardForm()
      place.replaceChildren()
      cardForm = mountCardForm({
        ...config.widget,
        element: place,
        amount: cart.total,
        locale: language,
        // The press in the form pays, as soon as the address is complete. A token that was
        // tried is used up, so a new form follows.
        onToken: async (token) => {
          const way = () =>
            payByCardToken(token, { save: save.isTicked(), remember: remember.isTicked() })
          const who = shopper()
          if (!who) place.replaceChildren(payButton(way, mount))
          else if (!(await pay(who, way()))) mount()
        },
        onError: () => complain(texts.noForm),
      })
    }
    // The widget looks for its place in the page, and this element is not there yet.
    requestAnimationFrame(() => place.isConnected && mount())
    return [
      mayKeepCards() && save.row,
      mayKeepCards() && remember.row,
      place,
      element("p", { class: "quiet" }, texts.testCards),
    ]
  }
  const savedCard = async () => {
    const { list, chosen } = await savedCards(redraw)
    const choose = () => {
      const id = chosen()
      return id === undefined ? undefined : payBySavedCard(id, { remember: remember.isTicked() })
    }
    return [
      list,
      chosen() !== undefined && remember.row,
      chosen() !== undefined && payButton(choose),
    ]
  }
  const onPage = () => [
    mayKeepCards() && remember.row,
    payButton(() => payOnRozetkaPay({ remember: remember.isTicked() })),
  ]

  const open = { page: onPage, here: cardHere, saved: savedCard }[way]
  const body = element("div", { class: "way-body", "data-way": way }, ...(await open()))
  const choices = WAYS.map((one) => {
    const input = element("input", {
      type: "radio",
      name: "way",
      value: one,
      checked: one === way,
    })
    input.addEventListener("change", () => {
      sessionStorage.setItem(KEPT, one)
      return redraw()
    })
    const [title, hint] = TITLES[one]
    const words = element(
      "span",
      {},
      element("strong", {}, title),
      element("span", { class: "quiet" }, hint),
    )
    return element("label", { class: "way" }, input, words)
  })
  return element(
    "section",
    { class: "panel paying" },
    element("h2", {}, texts.howToPay),
    ...choices,
    problem,
    body,
    state,
    account(redraw),
    element("p", { class: "quiet" }, texts.paidBy),
  )
}

/** One press logs in: this is a demo, and its customer has nothing to hide. */
function account(redraw: () => Promise<void>): HTMLElement {
  const { name } = config.customer
  const turn = isLoggedIn()
    ? button(texts.logOut, { class: "plain", id: "log-out" }, () => {
        logOut()
        return redraw()
      })
    : button(`${texts.logIn} ${name}`, { class: "plain", id: "log-in" }, async () => {
        await logIn()
        await redraw()
      })
  return element(
    "p",
    { class: "account quiet" },
    isLoggedIn() && element("span", { id: "customer" }, `${texts.loggedIn} ${name}`),
    turn,
  )
}
