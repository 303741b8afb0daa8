import { isOfOrders } from "../query-keys"

type Keys = Record<"lists" | "details", () => unknown[]> &
  Record<"detail" | "preview" | "changes" | "lineItems", (id: string) => unknown[]>

/** The dashboard's own keys, which it makes with the constants that its build writes into it. */
function keysOfDashboard(): { orders: Keys; products: Keys } {
  Object.assign(globalThis, {
    __BACKEND_URL__: "/",
    __AUTH_TYPE__: "session",
    __JWT_TOKEN_STORAGE_KEY__: "",
  })
  const { ordersQueryKeys, productsQueryKeys } = require("@medusajs/dashboard/hooks")
  return { orders: ordersQueryKeys, products: productsQueryKeys }
}

test("all that the dashboard has read of orders is read anew when money has moved, and nothing else", () => {
  const { orders, products } = keysOfDashboard()
  const ofOrders = [
    orders.lists(),
    orders.details(),
    orders.detail("order_1"),
    orders.preview("order_1"),
    orders.changes("order_1"),
    orders.lineItems("order_1"),
  ]
  expect(ofOrders.map((queryKey) => isOfOrders({ queryKey }))).toEqual(ofOrders.map(() => true))
  expect(isOfOrders({ queryKey: products.lists() })).toBe(false)
  expect(isOfOrders({ queryKey: products.detail("prod_1") })).toBe(false)
})
