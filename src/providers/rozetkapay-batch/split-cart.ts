import { type SellerOrder, splitBySeller } from "../../core/split-by-seller"
import { cutText } from "../../messages/cut-text"
import type { OrderToStart } from "../../provider/payment-gateway"
import { DESCRIPTION_LENGTH, describe } from "../../provider/start/payment-to-start"
import { productLines } from "../../provider/start/product-lines"
import type { Purchase, PurchaseLine } from "../../provider/start/purchase"
import type { PaymentToSplit } from "../../provider/start/start-session"
import type { BatchOptions } from "./options"
import { sellerOfLine } from "./seller-of-line"

type SplitOptions = Pick<
  BatchOptions,
  "sellers" | "defaultSeller" | "sellerOf" | "description" | "products" | "taxGroup"
>

/**
 * What each seller gets of a payment, with what the shopper reads of it and its receipt's lines.
 * Where there are no lines (a payment link of an order), all of it is the default seller's.
 *
 * @throws SplitError when RozetkaPay would not take it
 */
export const splitCart = (payment: PaymentToSplit, options: SplitOptions): OrderToStart[] => {
  const { sessionId, money, purchase } = payment
  const { items, shipping } = purchase ?? { items: [], shipping: [] }
  const orders = splitBySeller({
    sessionId,
    ...money,
    lines: [
      ...items.map((line) => ({ ...line, seller: sellerOfLine(line, options.sellerOf) })),
      ...shipping.map((line) => ({ ...line, seller: null })),
    ],
    sellers: Object.keys(options.sellers),
    defaultSeller: options.defaultSeller,
  })
  return orders.map((order) => {
    const own = purchase && ofOrder(order, purchase)
    const ownMoney = { amount: order.amount, currency: money.currency }
    return {
      seller: order.seller,
      externalId: order.externalId,
      amount: order.amount,
      description: descriptionOf(own, payment, options),
      products: options.products && own ? productLines(own, ownMoney, options.taxGroup) : [],
    }
  })
}

/** The seller's part of the cart, its lines costing what they do in the seller's order. */
const ofOrder = (order: SellerOrder, purchase: Purchase): Purchase => {
  const own = (lines: PurchaseLine[]) =>
    lines.flatMap((line) => {
      const found = order.lines.find(({ id }) => id === line.id)
      return found ? [{ ...line, total: Number(found.amount) }] : []
    })
  return { ...purchase, items: own(purchase.items), shipping: own(purchase.shipping) }
}

const descriptionOf = (
  own: Purchase | null,
  { sessionId, description, language }: PaymentToSplit,
  options: SplitOptions,
): string => {
  if (description) return cutText(description, DESCRIPTION_LENGTH)
  // Who only ships is told so.
  const items = own && own.items.length === 0 ? own.shipping : own?.items
  return describe(own && { ...own, items: items ?? [] }, sessionId, {
    ...options,
    locale: language,
  })
}
