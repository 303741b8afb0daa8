import type { HttpTypes } from "@medusajs/framework/types"
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

/** What RozetkaPay tells of a delivery stands only in orders that were bought in one click. */
const stateOf = ({ payment_status, shipping_methods }: HttpTypes.StoreOrder) =>
  PAYMENT[payment_status] ??
  (shipping_methods?.some(({ data }) => data?.rozetkapay_delivery)
    ? texts.paysOnDelivery
    : texts.unpaid)

/** A store gives an order an address that is nobody's when its buyer told none. */
const emailOf = ({ email }: HttpTypes.StoreOrder) =>
  email?.endsWith("@express.invalid") ? "" : (email ?? "")

function delivery({ shipping_address: to }: HttpTypes.StoreOrder): HTMLElement {
  const line = (...words: (string | null | undefined)[]) =>
    element("p", {}, words.filter(Boolean).join(", "))
  return element(
    "section",
    { class: "panel delivery" },
    element("h2", {}, texts.delivery),
    line(to?.city, to?.address_1),
    line([to?.first_name, to?.last_name].filter(Boolean).join(" "), to?.phone),
  )
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
      element("p", { class: "state" }, stateOf(order)),
      element("p", { class: "quiet" }, emailOf(order)),
    ),
    list,
    delivery(order),
    sums(order),
    element("a", { class: "pay", href: "/ua" }, texts.backToShop),
  )
}
