import { button, element } from "./elements"
import { claimCart } from "./payment"
import { call } from "./store"
import { texts } from "./texts"

/** Delivery, recipient and payment on RozetkaPay's page: no form of the shop's is needed. */
export function expressButton(cartId: () => Promise<string>, label = texts.buyNow): HTMLElement {
  const problem = element("p", { class: "notice bad", role: "alert", hidden: true })
  const press = async () => {
    problem.hidden = true
    try {
      const cart_id = await cartId()
      await claimCart(cart_id)
      const page = await call<{ checkout_url: string }>("/rozetkapay/express", { cart_id })
      location.assign(page.checkout_url)
    } catch (error) {
      problem.textContent = error instanceof Error ? error.message : texts.broken
      problem.hidden = false
    }
  }
  return element(
    "div",
    { class: "express" },
    button(label, { class: "pay rozetka" }, press),
    problem,
  )
}
