import { addressForm } from "./address-form"
import { billLines, loadCatalogue, sums } from "./bill"
import { button, element, show } from "./elements"
import { expressPart } from "./express-part"
import { noticePart } from "./notice-part"
import { paymentPart } from "./payment-part"
import { claimCart, orderOfCart, orderPage } from "./purchase"
import { type Cart, config, findCart, setQuantity, withDelivery } from "./store"
import { price, texts } from "./texts"

const back = () => element("a", { class: "back", href: "/ua" }, `← ${texts.backToShop}`)

function stepper(cart: Cart, item: { id: string; quantity: number }, title: string): HTMLElement {
  const change = (by: number) => async () => {
    await setQuantity(cart, item.id, item.quantity + by)
    await showCheckout()
  }
  return element(
    "div",
    { class: "stepper" },
    button("−", { "aria-label": `${texts.fewer}: ${title}` }, change(-1)),
    element("output", {}, String(item.quantity)),
    button("+", { "aria-label": `${texts.more}: ${title}` }, change(1)),
  )
}

const oneClick = (cart: Cart) =>
  element(
    "section",
    { class: "one-click" },
    expressPart(async () => cart.id, texts.oneClickHint),
    element("p", { class: "or quiet" }, texts.orFillIn),
  )

/** Cart, address and payment on one screen. */
export async function showCheckout(): Promise<void> {
  const found = await findCart()
  if (found?.completed_at) {
    const orderId = await orderOfCart(found.id)
    if (orderId) return location.replace(orderPage(orderId))
  }
  const cart = found && (await withDelivery(found))
  const notice = noticePart()
  if (!cart?.items?.length) {
    return show(back(), element("h1", {}, texts.cart), notice, element("p", {}, texts.emptyCart))
  }
  const [catalogue] = await Promise.all([loadCatalogue(), claimCart(cart.id)])
  const address = addressForm(cart)
  show(
    back(),
    element("h1", {}, texts.cart),
    notice,
    billLines(
      cart.items,
      catalogue,
      (item) => price(item.unit_price),
      (item, title) => stepper(cart, item, title),
    ),
    config.express && oneClick(cart),
    address.form,
    sums(cart, catalogue),
    paymentPart(cart, address, showCheckout),
  )
}
