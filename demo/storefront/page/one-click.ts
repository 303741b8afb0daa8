import { button, element } from "./elements.js"
import { claimCart } from "./payment.js"
import { type Cart, call } from "./store.js"
import { texts } from "./texts.js"

/** Delivery, recipient and payment on RozetkaPay's page: nothing of the form below is needed. */
export function buyInOneClick(cart: Cart): HTMLElement {
  const problem = element("p", { class: "notice bad", role: "alert", hidden: true })
  const press = async () => {
    problem.hidden = true
    try {
      await claimCart(cart.id)
      const page = await call<{ checkout_url: string }>("/rozetkapay/express", { cart_id: cart.id })
      location.assign(page.checkout_url)
    } catch (error) {
      problem.textContent = error instanceof Error ? error.message : texts.broken
      problem.hidden = false
    }
  }
  return element(
    "section",
    { class: "one-click" },
    button(texts.oneClick, { class: "pay rozetka", id: "one-click" }, press),
    element("p", { class: "quiet" }, texts.oneClickHint),
    problem,
    element("p", { class: "or quiet" }, texts.orFillIn),
  )
}
