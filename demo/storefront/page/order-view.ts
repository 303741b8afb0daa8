import type { HttpTypes } from "@medusajs/framework/types"
import { billLines, loadCatalogue, sums } from "./bill"
import { element, show } from "./elements"
import { noticePart } from "./notice-part"
import { config, findCart, findOrder, forgetCart, StoreError } from "./store"
import { price, texts } from "./texts"

const PAYMENT: Record<string, string> = {
  authorized: texts.held,
  captured: texts.paid,
  partially_captured: texts.paid,
  partially_refunded: texts.partlyRefunded,
  refunded: texts.refunded,
  canceled: texts.canceled,
}

/** What RozetkaPay tells of a delivery stands only in orders that were bought in one click. */
export const paymentState = ({ payment_status, shipping_methods }: HttpTypes.StoreOrder) =>
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

/** An order that came by telephone, or was edited to cost more, is paid on the plugin's page of its payment link. */
export function paymentLink({
  id,
  payment_collections,
}: Pick<HttpTypes.StoreOrder, "id" | "payment_collections">): HTMLElement | undefined {
  const open = payment_collections?.find(
    ({ status, amount }) => status === "not_paid" && amount > 0,
  )
  const query = new URLSearchParams({ order_id: id })
  const href = open && `${config.backend}/payment-collection/${open.id}?${query}`
  return open && element("a", { class: "pay", href }, `${texts.pay} ${price(open.amount)}`)
}

/** The page that a shopper lands on after the gateway. */
export async function showOrder(orderId: string): Promise<void> {
  const order = await findOrder(orderId).catch((error) => {
    if (error instanceof StoreError && error.status === 404) return undefined
    throw error
  })
  const shop = element("a", { class: "pay", href: "/ua" }, texts.backToShop)
  if (!order) {
    const words = element("p", { class: "quiet lead" }, texts.noSuchOrderHint)
    return show(element("h1", {}, texts.noSuchOrder), words, shop)
  }
  const cart = await findCart()
  if (cart?.completed_at) forgetCart()
  const catalogue = await loadCatalogue()
  const costOf = (item: HttpTypes.StoreOrderLineItem) =>
    `${item.quantity} × ${price(item.unit_price)}`
  show(
    element(
      "section",
      { class: "done", "data-order": order.id, "data-payment": order.payment_status },
      element("div", { class: "tick", "aria-hidden": "true" }, "✓"),
      element("h1", {}, texts.thanks),
      element("p", {}, `${texts.order} ${order.display_id ?? ""} ${texts.placed}.`),
      element("p", { class: "state" }, paymentState(order)),
      element("p", { class: "quiet" }, emailOf(order)),
    ),
    noticePart(),
    paymentLink(order),
    billLines(order.items ?? [], catalogue, costOf),
    delivery(order),
    sums(order, catalogue),
    shop,
  )
}
