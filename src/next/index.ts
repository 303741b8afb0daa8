/**
 * For a Next storefront's server: the calls of a checkout as server actions. Nothing of Next's is
 * imported; its `headers` and `cookies` are given.
 */
export { type ServerActions, type ServerActionsOptions, serverActions } from "./server-actions"
export type { CookieNames, CookiesOfNext, HeadersOfNext, ShopperRequest } from "./shopper-request"
