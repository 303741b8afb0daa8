import { account } from "./account"
import type { AddressForm } from "./address-form"
import { element } from "./elements"
import { pluginPart } from "./plugin-part"
import { claimCart, writeCart } from "./purchase"
import type { Cart } from "./store"
import { texts } from "./texts"
import { WaysToPay } from "./ways-to-pay"

/** The ways to pay the cart. The address is written into it as soon as the shopper presses. */
export function paymentPart(
  cart: Cart,
  address: AddressForm,
  redraw: () => Promise<void>,
): HTMLElement {
  const problem = element("p", { class: "notice bad", role: "alert", hidden: true }, texts.tryLater)
  const testCards = element("p", { class: "quiet", hidden: true }, texts.testCards)

  const write = async (): Promise<boolean> => {
    problem.hidden = true
    const who = address.complete()
    if (!who) return false
    const { email, address: to } = who
    try {
      await writeCart(cart.id, { email, shipping_address: to, billing_address: to })
      await claimCart(cart.id)
      return true
    } catch {
      problem.hidden = false
      return false
    }
  }
  const { phone } = address.typed().address
  const shown = { ...cart, shipping_address: { phone }, billing_address: null }
  const ways = pluginPart(
    <WaysToPay
      cart={shown}
      redraw={() => void redraw()}
      onPress={write}
      onChoose={(method) => {
        testCards.hidden = method !== "card"
      }}
    />,
  )
  return element(
    "section",
    { class: "panel paying" },
    ways,
    problem,
    testCards,
    account(redraw),
    element("p", { class: "quiet" }, texts.paidBy),
  )
}
