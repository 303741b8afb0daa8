import { sizeOf, sums } from "./checkout-view.js"
import { element, show } from "./elements.js"
import { findCart, findOrder, forgetCart, lineTitles } from "./store.js"
import { price, texts } from "./texts.js"

const PAYMENT: Record<string, string> = {
  authorized: texts.held,
  captured: texts.paid,
  partially_captured: texts.paid,
  partially_refunded: texts.partlyRefunded,
  refunded: texts.refunded,
  canceled: texts.canceled,
}

/** The page that a shopper lands on after the gateway. */
export async function showOrder(orderId: string): Promise<void> {
  const order = await findOrder(orderId)
  const cart = await findCart()
  if (cart?.completed_at) forgetCart()
  const titleOf = await lineTitles()
  const list = element("ul", { class: "panel lines" })
  for (const item of order.items ?? []) {
    list.append(
      element(
        "li",
        {},
        element("img", { src: item.thumbnail ?? "", alt: "", width: "64", height: "64" }),
        element(
          "div",
          {},
          element("strong", {}, titleOf(item)),
          element(
            "span",
            { class: "quiet" },
            [sizeOf(item), `${item.quantity} × ${price(item.unit_price)}`]
              .filter(Boolean)
              .join(" · "),
          ),
        ),
      ),
    )
  }
  show(
    element(
      "section",
      { class: "done", "data-order": order.id, "data-payment": order.payment_status },
      element("div", { class: "tick", "aria-hidden": "true" }, "✓"),
      element("h1", {}, texts.thanks),
      element("p", {}, `${texts.order} ${order.display_id ?? ""} ${texts.placed}.`),
      element("p", { class: "state" }, PAYMENT[order.payment_status] ?? texts.unpaid),
      element("p", { class: "quiet" }, order.email ?? ""),
    ),
    list,
    sums(order),
    element("a", { class: "pay", href: "/ua" }, texts.backToShop),
  )
}
