import type { MedusaContainer } from "@medusajs/framework/types"
import type { ExternalId } from "../../../../../../core/external-id"
import { held, type Ledger } from "../../../../../../core/ledger"
import type { Amount } from "../../../../../../core/money"
import { staffError } from "../../../../../../errors"
import { splitsPayments } from "../../../../../../provider/capabilities"
import { asMedusaError } from "../../../../../../provider/payment-errors"
import { findOwnPayment } from "../../../../../../workflows/steps/find-own-payment"

/** What one seller has of a payment. Decimals in the major unit. */
export type SellerMoney = {
  /** The key in the options; null for a seller who is not there any more. */
  seller: string | null
  name: string | null
  /** Of the seller's order at RozetkaPay. */
  external_id: ExternalId
  held: Amount
  /** Why RozetkaPay's answer can't be counted; then the sums mean nothing. */
  unclear: string | null
} & Pick<Ledger, "authorized" | "captured" | "canceled" | "refunded">

export type PaymentOfSellers = {
  payment_id: string
  currency_code: string
  sellers: SellerMoney[]
}

/**
 * Reads each seller's part of a payment at RozetkaPay.
 *
 * @throws MedusaError NOT_FOUND when the store has no such payment, or it has no sellers;
 *   INVALID_DATA with a sentence when RozetkaPay does not answer.
 */
export const sellersOfPayment = async (
  container: MedusaContainer,
  payment_id: string,
): Promise<PaymentOfSellers> => {
  const { provider, data } = await findOwnPayment(container, payment_id)
  if (!splitsPayments(provider)) throw staffError("no_sellers")
  const ledgers = await provider.sellersOf(provider.reference(data)).catch((error: unknown) => {
    throw asMedusaError(error)
  })
  const sellers = ledgers.map(({ seller, name, externalId, ledger, unclear }) => {
    const { authorized, captured, canceled, refunded } = ledger
    const sums = { authorized, held: held(ledger), captured, canceled, refunded }
    return { seller, name, external_id: externalId, ...sums, unclear }
  })
  return { payment_id, currency_code: data.currency_code, sellers }
}
