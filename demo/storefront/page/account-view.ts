import type { HttpTypes } from "@medusajs/framework/types"
import { account } from "./account"
import { isLoggedIn } from "./customer"
import { element, show } from "./elements"
import { paymentLink, paymentState } from "./order-view"
import { orderPage } from "./purchase"
import { savedCardsPart } from "./saved-cards-part"
import { call, config } from "./store"
import { day, price, texts } from "./texts"

/** What an order that is not paid yet is paid by. */
const LINK = ["id", "status", "amount"].map((one) => `%2Bpayment_collections.${one}`).join()

const listOrders = async (): Promise<HttpTypes.StoreOrder[]> =>
  (
    await call<HttpTypes.StoreOrderListResponse>(
      `/orders?order=-created_at&limit=20&fields=${LINK}`,
    )
  ).orders

const orderRow = (order: HttpTypes.StoreOrder) =>
  element(
    "li",
    { "data-order": order.id },
    element(
      "a",
      { href: orderPage(order.id) },
      element("strong", {}, `${texts.order} ${order.display_id ?? ""}`),
      element("span", { class: "quiet" }, day(order.created_at)),
    ),
    element(
      "div",
      {},
      element("strong", {}, price(order.total)),
      element("span", { class: "quiet" }, paymentState(order)),
    ),
    paymentLink(order),
  )

/** The customer's own orders. */
export async function showAccount(): Promise<void> {
  const orders = isLoggedIn() ? await listOrders() : []
  const list = element("ul", { class: "panel orders" }, ...orders.map(orderRow))
  const none = isLoggedIn() ? texts.noOrders : texts.logInForOrders
  show(
    element("a", { class: "back", href: "/ua" }, `← ${texts.backToShop}`),
    element("h1", {}, texts.myOrders),
    orders.length > 0 ? list : element("p", { class: "panel quiet", id: "no-orders" }, none),
    isLoggedIn() && config.keepsCards && savedCardsPart(),
    account(showAccount),
  )
}
