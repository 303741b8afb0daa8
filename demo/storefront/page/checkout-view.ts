import { addressForm } from "./address-form"
import { billLines, loadCatalogue, sums } from "./bill"
import { button, element, show } from "./elements"
import { returnNotice } from "./notice"
import { expressButton } from "./one-click"
import { orderOfCart, orderPage } from "./payment"
import { closeCardForm, paymentChoice } from "./payment-choice"
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
    expressButton(async () => cart.id, texts.oneClick),
    element("p", { class: "quiet" }, texts.oneClickHint),
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
  const notice = returnNotice()
  closeCardForm()
  if (!cart?.items?.length) {
    return show(back(), element("h1", {}, texts.cart), notice, element("p", {}, texts.emptyCart))
  }
  const catalogue = await loadCatalogue()
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
    await paymentChoice(
      cart,
      address.complete,
      () => address.typed().address.phone ?? "",
      showCheckout,
    ),
  )
}
