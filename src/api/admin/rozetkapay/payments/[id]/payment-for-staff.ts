import type { MedusaContainer } from "@medusajs/framework/types"
import type { ExternalId } from "../../../../../core/external-id"
import { held, type Ledger } from "../../../../../core/ledger"
import type { Amount } from "../../../../../core/money"
import { asMedusaError } from "../../../../../provider/payment-errors"
import type { PaymentDetails } from "../../../../../provider/payment-gateway"
import { findOwnPayment } from "../../../../../workflows/steps/find-own-payment"

/** One payment as RozetkaPay shows it. Decimals in the major unit. */
export type PaymentForStaff = {
  payment_id: string
  provider_id: string
  /** RozetkaPay's key of the payment, and its own id. */
  external_id: ExternalId
  rozetkapay_id: string | null
  currency_code: string
  ledger: Pick<Ledger, "authorized" | "captured" | "canceled" | "refunded"> & { held: Amount }
  /** Why the sums mean nothing; null when they do. */
  unclear: string | null
  receipt_url: string | null
  operations: PaymentDetails["operations"]
  payment_method: PaymentDetails["paymentMethod"]
  remarks: Record<string, unknown>
}

/**
 * Reads a payment at RozetkaPay, for staff.
 *
 * @param payment_id Medusa's ("pay_…")
 * @throws MedusaError NOT_FOUND when the store has no such payment; INVALID_DATA with a sentence when
 *   RozetkaPay does not answer
 */
export const paymentForStaff = async (
  container: MedusaContainer,
  payment_id: string,
): Promise<PaymentForStaff> => {
  const { id, provider, data } = await findOwnPayment(container, payment_id)
  const reference = provider.reference(data)
  try {
    const [ledger, { receiptUrl, operations, paymentMethod, remarks }] = await Promise.all([
      provider.ledger(reference),
      provider.gateway.details(reference),
    ])
    const { authorized, captured, canceled, refunded } = ledger
    return {
      payment_id,
      provider_id: id,
      external_id: data.external_id,
      rozetkapay_id: ledger.paymentId,
      currency_code: data.currency_code,
      ledger: { authorized, held: held(ledger), captured, canceled, refunded },
      unclear: ledger.unclear,
      receipt_url: receiptUrl,
      operations,
      payment_method: paymentMethod,
      remarks,
    }
  } catch (error) {
    throw asMedusaError(error)
  }
}
