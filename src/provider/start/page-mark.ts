import type { MedusaContainer } from "@medusajs/framework/types"
import type { Money } from "../../core/money"
import { keyedDigest } from "../keyed-digest"
import type { Purchase, PurchaseLine } from "./purchase"
import type { SessionInput } from "./session-input"

/** All that RozetkaPay is told when its page is opened, as far as a shopper or the shop may change it. */
export type OpenedPage = {
  providerId: string
  /** Medusa's payment collection. */
  purchaseId: string
  money: Money
  purchase: Purchase | null
  /** Whose saved cards the page shows; null: nobody's. */
  customerId: string | null
  way: Pick<SessionInput, "remember" | "express" | "browser">
}

/**
 * Stands in a session's data, which anybody with the cart reads: equal where the page that would be opened
 * now says the same as the one that was. Whatever differs, another line of the same price too, gets a page of its own.
 */
export const pageMark = (container: MedusaContainer, page: OpenedPage): string => {
  const { providerId, purchaseId, money, purchase, customerId, way } = page
  return keyedDigest(container, [
    "page",
    providerId,
    purchaseId,
    money.amount,
    money.currency,
    customerId ?? "",
    String(way.remember),
    String(way.express === true),
    way.browser?.language ?? "",
    way.browser?.pageLocale ?? "",
    JSON.stringify(
      purchase && {
        ...purchase,
        items: inOrder(purchase.items),
        shipping: inOrder(purchase.shipping),
      },
    ),
  ])
}

/** A database gives rows in whatever order. */
const inOrder = (lines: PurchaseLine[]): PurchaseLine[] =>
  [...lines].sort((a, b) => (a.id < b.id ? -1 : 1))
