/** All that is cached of RozetkaPay: whoever moves money invalidates `all`. */
export const queryKeys = {
  all: ["rozetkapay"] as const,
  orderPayments: (orderId: string) => ["rozetkapay", "order", orderId] as const,
}
