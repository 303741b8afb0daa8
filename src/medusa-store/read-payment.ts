import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { z } from "zod"
import { amountInRow } from "../core/amount-in-row"
import { amountOf, currencyCode } from "../core/money"
import { isRefundSent } from "../core/store-ledger"
import { readSessionData } from "../provider/session-data"
import type { OwnPayment, SentRefund } from "../sync/store"

export const readPayment = async (
  container: MedusaContainer,
  id: string,
): Promise<OwnPayment | null> => {
  const [payment] = await container.resolve(Modules.PAYMENT).listPayments({ id })
  if (!payment || !readSessionData(payment.data)) return null
  return {
    collectionId: payment.payment_collection_id,
    currency: currencyCode(payment.currency_code),
  }
}

/** Medusa's type of a refund leaves its metadata out; the row has it. */
const refundRows = z.array(
  z.object({
    id: z.string(),
    amount: amountInRow,
    created_at: z.coerce.date(),
    metadata: z.record(z.string(), z.unknown()).nullish(),
  }),
)

export const sentRefunds = async (
  container: MedusaContainer,
  payment_id: string,
): Promise<SentRefund[]> => {
  const payment = await container
    .resolve(Modules.PAYMENT)
    .retrievePayment(payment_id, { relations: ["refunds"] })
  return refundRows
    .parse(payment.refunds)
    .filter(isRefundSent)
    .map((row) => ({
      id: row.id,
      amount: amountOf(row.amount, payment.currency_code),
      writtenAt: row.created_at.getTime(),
    }))
}
