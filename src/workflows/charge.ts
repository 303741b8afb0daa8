import type { MedusaContainer, PaymentCollectionDTO } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { z } from "zod"
import { chargeAgain, type Retry } from "../core/charge-again"
import type { Money } from "../core/money"
import { type SessionId, sessionIdText } from "../core/session-id"
import { CHECKOUT } from "../messages/checkout"
import { declineSentence } from "../messages/declines"
import type { ShopperLanguage } from "../messages/language"
import type { Decline } from "../provider/payment-gateway"

/** A charge without the shopper, as store code asks for it. */
export type ChargeRecurrentInput = {
  /** The caller's own id of this charge, at most 200 characters: the same id is charged once. */
  id: string
  customer_id: string
  /**
   * In the currency's major unit, with no more decimals than it has: nothing is rounded.
   * Text, so that no digit is lost; a number as Medusa has it will do.
   */
  amount: string | number
  /** Must be the currency of the customer's consent. */
  currency_code: string
  /** What it is for; RozetkaPay gets its first 200 characters. */
  description?: string
  /** May be left out when the store has one RozetkaPay provider. */
  provider_id?: string
}

type Made = {
  payment_id: string
  payment_collection_id: string
  session_id: SessionId
  /** Decimal in the major unit. */
  amount: string
  currency_code: string
}

/** How a charge ended. The same id gives the same answer; only `not_yet` may become another. */
export type ChargeResult =
  /** The money is captured; `held`: it is on hold, to be captured like any payment. */
  | ({ is: "paid" | "held" } & Made)
  /** Nothing is charged. `never`: only the customer can help. `later`: try again, with a new id. */
  | { is: "refused"; code: string | null; message: string; retry: Retry }
  /** Not known yet: ask again with the same id, or wait for Medusa's `payment.captured`. Nothing is charged twice. */
  | { is: "not_yet"; payment_collection_id: string; session_id: SessionId }

/** A charge that has been understood: who, by what, how much. */
export type Charge = {
  id: string
  provider_id: string
  customer_id: string
  collection_id: string
  money: Money
  description: string | null
}

const CHARGE_KEY = "rozetkapay_charge"

/** What must outlive a crash, in the collection's metadata. */
const chargeRecord = z.object({
  id: z.string(),
  customer_id: z.string(),
  /** The session whose id is RozetkaPay's key of the charge. */
  session_id: sessionIdText.nullable(),
  /** Written before the charge is sent; ISO 8601. */
  sent_at: z.iso.datetime().nullable(),
  /** The final word. */
  refused: z.object({ code: z.string().nullable() }).nullable(),
})
export type ChargeRecord = z.output<typeof chargeRecord>

export const newChargeRecord = ({ id, customer_id }: Charge): ChargeRecord => ({
  id,
  customer_id,
  session_id: null,
  sent_at: null,
  refused: null,
})

export const asMetadata = (record: ChargeRecord) => ({ [CHARGE_KEY]: record })

export const readChargeRecord = ({
  metadata,
}: Pick<PaymentCollectionDTO, "metadata">): ChargeRecord | null =>
  chargeRecord.safeParse(metadata?.[CHARGE_KEY]).data ?? null

export const writeChargeRecord = async (
  container: MedusaContainer,
  collection_id: string,
  record: ChargeRecord,
): Promise<ChargeRecord> => {
  await container
    .resolve(Modules.PAYMENT)
    .updatePaymentCollections(collection_id, { metadata: asMetadata(record) })
  return record
}

/** The one without a consent, in which nobody was asked. */
export const NO_CONSENT = "no_consent"

export const refusal = (decline: Decline, language: ShopperLanguage): ChargeResult => ({
  is: "refused",
  code: decline.code,
  message:
    decline.code === NO_CONSENT
      ? CHECKOUT.no_consent[language]
      : declineSentence(decline, language),
  retry: chargeAgain(decline.code),
})

/** What the provider is told of the customer; it asks for no more than who it is. */
export const customerContext = async (container: MedusaContainer, id: string) => {
  const [customer] = await container.resolve(Modules.CUSTOMER).listCustomers({ id })
  return { customer: { id, email: customer?.email ?? "" } }
}
