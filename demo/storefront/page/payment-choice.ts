import {
  type CardForm,
  mountCardForm,
  payByCardToken,
  payBySavedCard,
  payOnRozetkaPay,
  type SessionInput,
} from "../../../src/storefront"
import { account } from "./account"

import { isLoggedIn } from "./customer"
import { button, element } from "./elements"
import { instalments } from "./instalments"
import { startPayment, type Wish } from "./payment"
import { savedCards } from "./saved-cards"
import { type Cart, config, type Shopper, StoreError } from "./store"
import { language, price, texts } from "./texts"

type Way = "page" | "here" | "saved" | "parts"
const ALL: Way[] = ["page", "here", "saved", "parts"]
const WAYS = ALL.filter(
  (way) =>
    (way !== "saved" || config.keepsCards) && (way !== "parts" || config.partsProviderId !== null),
)

const TITLES: Record<Way, [string, string]> = {
  page: [texts.onPage, texts.onPageHint],
  here: [texts.here, texts.hereHint],
  saved: [texts.withSaved, texts.withSavedHint],
  parts: [texts.inParts, texts.inPartsHint],
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

const byCard = (data: SessionInput): Wish => ({ providerId: config.providerId, data })

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
 * @param phone of the address, as it is typed now
 */
export async function paymentChoice(
  cart: Cart,
  shopper: () => Shopper | undefined,
  phone: () => string,
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
  const pay = async (who: Shopper, wish: Wish): Promise<boolean> => {
    problem.hidden = true
    state.textContent = texts.paying
    try {
      location.assign(await startPayment(cart.id, who, wish))
      return true
    } catch (error) {
      complain(error instanceof Error ? error.message : texts.broken)
      return false
    } finally {
      state.textContent = ""
    }
  }
  const payButton = (
    choose: () => Wish | undefined,
    failed?: () => void,
    label = `${texts.pay} ${price(cart.total)}`,
  ) =>
    button(label, { class: "pay", id: "pay" }, async () => {
      const who = shopper()
      const wish = who && choose()
      if (wish && !(await pay(who, wish))) failed?.()
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
            byCard(payByCardToken(token, { save: save.isTicked(), remember: remember.isTicked() }))
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
      return id === undefined
        ? undefined
        : byCard(payBySavedCard(id, { remember: remember.isTicked() }))
    }
    return [
      list,
      chosen() !== undefined && remember.row,
      chosen() !== undefined && payButton(choose),
    ]
  }
  const onPage = () => [
    mayKeepCards() && remember.row,
    payButton(() => byCard(payOnRozetkaPay({ remember: remember.isTicked() }))),
  ]
  const inParts = async () => {
    const banks = await instalments(cart, phone).catch((error) => {
      if (!(error instanceof StoreError)) throw error
      complain(error.message)
      return undefined
    })
    return banks ? [...banks.view, payButton(banks.chosen, undefined, texts.buyInParts)] : []
  }

  const open = { page: onPage, here: cardHere, saved: savedCard, parts: inParts }[way]
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
