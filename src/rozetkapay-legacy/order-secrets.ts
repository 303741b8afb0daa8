import type { LegacyBrowser, LegacyOrder } from "./requests"

/** What of an order no error may repeat: tokens that can charge, and what identifies the browser. */
export const secretsOfOrder = (order: LegacyOrder & { browser?: LegacyBrowser }) => [
  order.recipient?.cardToken,
  order.customer?.ip,
  order.customer?.userAgent,
  order.browser?.ipAddress,
  order.browser?.userAgent,
]
