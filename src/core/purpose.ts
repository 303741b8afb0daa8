/** What a payment collection pays for: a cart, the order that it became, or an order by a link. */
export type Purpose = {
  cart_id: string | null
  order_id: string | null
  order_canceled: boolean
  /** Where it is sent to: the storefront's country. */
  country_code: string | null
}

/** A flow of the store's own. */
export const NO_PURPOSE: Purpose = {
  cart_id: null,
  order_id: null,
  order_canceled: false,
  country_code: null,
}
