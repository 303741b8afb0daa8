/** All that is cached of RozetkaPay: whoever moves money invalidates `all`. */
export const queryKeys = {
  all: ["rozetkapay"] as const,
  orderPayments: (orderId: string) => ["rozetkapay", "order", orderId] as const,
}

/**
 * What the core's own sections of orders read: their keys begin with "orders", an order's preview's one level
 * deeper. The dashboard hands its keys to extensions since 2.16 only, and an older one must load this, too.
 */
export const isOfOrders = ({ queryKey }: { queryKey: readonly unknown[] }): boolean =>
  queryKey.flat(2)[0] === "orders"
