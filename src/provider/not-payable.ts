import type { MedusaError } from "@medusajs/framework/utils"
import type { NotPayable } from "../core/why-not-payable"
import { errorSaying, shopperError } from "../errors"
import { PAID_LINK } from "../messages/checkout"
import type { ShopperLanguage } from "../messages/language"

/** Its callback may yet be on its way. A link has no cart that it could speak of. */
export const alreadyPaid = (isLink: boolean, language: ShopperLanguage): MedusaError =>
  isLink ? errorSaying("paid", PAID_LINK[language]) : shopperError("paid", language)

/** Whatever were paid would have to go back. */
export const notPayable = (
  why: NotPayable,
  isLink: boolean,
  language: ShopperLanguage,
): MedusaError => {
  switch (why.is) {
    case "paid":
      // Medusa opens sessions for a cart that has become an order.
      return isLink ? alreadyPaid(isLink, language) : shopperError("already_ordered", language)
    case "order_canceled":
      return shopperError("order_canceled", language)
    case "closed":
      return shopperError("link_closed", language)
    case "too_much": {
      const { asked, lacks } = why
      return shopperError("link_outdated", language, {
        lacks: `${lacks} ${asked.currency}`,
        asked: `${asked.amount} ${asked.currency}`,
      })
    }
  }
}
