import type { MedusaContainer, PaymentSessionDTO } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { moneyOf } from "../../../../core/money"
import { isSame } from "../../../../core/plan"
import { readSessionData } from "../../../../provider/session-data"

export type ExpressPage = { checkout_url: string; session_id: string }

/** Milliseconds. A second press of the button; afterwards RozetkaPay may have closed the page. */
const FRESH_FOR = 60_000

/** The page that was opened for the same cart a moment ago; null when there is none. */
export const openPageOf = async (
  container: MedusaContainer,
  collectionId: string,
  providerId: string,
): Promise<ExpressPage | null> => {
  const payments = container.resolve(Modules.PAYMENT)
  const [[collection], sessions] = await Promise.all([
    payments.listPaymentCollections({ id: collectionId }),
    payments.listPaymentSessions({
      payment_collection_id: collectionId,
      provider_id: providerId,
    }),
  ])
  const cost = collection && moneyOf(collection.amount, collection.currency_code)
  if (!cost) return null
  const [page] = sessions
    .filter((one) => isFresh(one) && isSame(moneyOf(one.amount, one.currency_code), cost))
    .flatMap(pageOf)
  return page ?? null
}

const isFresh = ({ status, created_at }: PaymentSessionDTO): boolean =>
  status === "pending" &&
  created_at !== undefined &&
  Date.now() - new Date(created_at).getTime() < FRESH_FOR

export const pageOf = ({ id, data }: Pick<PaymentSessionDTO, "id" | "data">): ExpressPage[] => {
  const own = readSessionData(data)
  const isExpress = own?.external_id === id && own.mode === "express_checkout"
  return isExpress && own.checkout_url ? [{ checkout_url: own.checkout_url, session_id: id }] : []
}
