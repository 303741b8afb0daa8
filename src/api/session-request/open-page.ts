import type { MedusaContainer, PaymentSessionDTO } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { moneyOf } from "../../core/money"
import type { FoundProvider } from "../../provider/find-provider"
import { readSessionData } from "../../provider/session-data"
import { isPageYoung } from "../../provider/start/page-life"
import { pageMark } from "../../provider/start/page-mark"
import { readPurchase } from "../../provider/start/purchase"
import type { SessionInput } from "../../provider/start/session-input"
import { ownCustomer, whosePurchase } from "../../provider/start/whose-purchase"

type Asked = {
  purchaseId: string
  provider: FoundProvider
  way: Pick<SessionInput, "remember" | "express" | "browser">
  /** Whoever is logged in. */
  customerId: string | null
  /** The tries on whose pages nothing has happened yet, as `requirePayable` has just found them. */
  untouched: string[]
}

/**
 * The session whose page says the same as one that would be opened now: for the same lines, addresses, total,
 * customer, language and wishes. To be asked in the purchase's turn, after all that is asked before a
 * payment is started. Null: there is none, and a page is opened.
 */
export const openPageOf = async (
  container: MedusaContainer,
  { purchaseId, provider: { id, provider }, way, customerId, untouched }: Asked,
): Promise<PaymentSessionDTO | null> => {
  if (untouched.length === 0) return null
  const payments = container.resolve(Modules.PAYMENT)
  const [[collection], sessions, purchase, whose] = await Promise.all([
    payments.listPaymentCollections({ id: purchaseId }),
    payments.listPaymentSessions({ id: untouched, provider_id: id }),
    readPurchase(container, purchaseId),
    whosePurchase(container, purchaseId),
  ])
  if (!collection) return null
  const mark = pageMark(container, {
    providerId: id,
    purchaseId,
    money: moneyOf(collection.amount, collection.currency_code),
    purchase,
    customerId: customerId && ownCustomer(whose, customerId, true),
    way,
  })
  const isOpen = ({ status, created_at, data }: PaymentSessionDTO): boolean => {
    const own = readSessionData(data)
    const openedAt = created_at ? new Date(created_at).getTime() : null
    return (
      status === "pending" &&
      own?.mark === mark &&
      own.checkout_url !== null &&
      isPageYoung(openedAt, own.mode, provider.options)
    )
  }
  return sessions.find(isOpen) ?? null
}
