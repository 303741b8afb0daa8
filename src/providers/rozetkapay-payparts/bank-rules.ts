/** What RozetkaPay's document says of single banks; which there are at all says `banks/info`. */

/** Mode hosted, on the bank's page, is these banks' alone, and they have no other. */
const HOSTED = ["oschadbank"]

/** They ask the shopper by the telephone number, and refuse an order without one. */
const BY_PHONE = ["abank", "monobank", "izibank", "rozetkapay"]

/** Its credit can't be made without the goods. */
const BY_GOODS = ["rozetkapay"]

export type BankMode = "hosted" | "direct"

/** @see https://cdn.rozetkapay.com/public-docs/index.html#operation/payPartsCreateOrder (mode) */
export const modeOf = (bank: string): BankMode => (HOSTED.includes(bank) ? "hosted" : "direct")

/** @see https://cdn.rozetkapay.com/public-docs/index.html#operation/payPartsCreateOrder (customer.phone) */
export const needsPhone = (bank: string): boolean => BY_PHONE.includes(bank)

/** @see https://cdn.rozetkapay.com/public-docs/index.html#operation/payPartsCreateOrder (products) */
export const needsProducts = (bank: string): boolean => BY_GOODS.includes(bank)
