import type { MedusaContainer, PaymentCollectionDTO, PaymentDTO } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { z } from "zod"
import { sessionOf } from "../../core/external-id"
import { type Ledger, whole } from "../../core/ledger"
import { type Amount, sum } from "../../core/money"
import { type SessionId, sessionIdText } from "../../core/session-id"
import { paidLedger, type StorePayment, storeLedger } from "../../core/store-ledger"
import { readSessionData } from "../session-data"

export type Collection = PaymentCollectionDTO & { payments: PaymentDTO[] }

/**
 * A purchase with all its Payments, their captures and refunds. Never with the Payments' sessions: Medusa
 * leaves out a Payment whose session it has deleted, which it does with each way to pay that is opened anew.
 */
export const readCollection = async (
  container: MedusaContainer,
  id: string,
): Promise<Collection | null> => {
  const [found] = await container
    .resolve(Modules.PAYMENT)
    .listPaymentCollections({ id }, { relations: ["payments.captures", "payments.refunds"] })
  return found ? { ...found, payments: found.payments ?? [] } : null
}

/**
 * A Payment of a purchase as the store's rows show it. A cart that is to be paid by hand is decided by its
 * shopper; a link was sent by the merchant, to be paid instead.
 */
export const ledgerIn = (
  payment: StorePayment & Pick<PaymentDTO, "provider_id">,
  isForCart: boolean,
): Ledger => (isForCart ? storeLedger(payment) : paidLedger(payment))

/** What the store's rows say that is held or kept of them. */
export const standing = (payments: PaymentDTO[], currency: string, isForCart: boolean): Amount =>
  sum(
    payments.map((payment) => whole(ledgerIn(payment, isForCart))),
    currency,
  )

/** Medusa's type leaves it out; the row has it. */
const row = z.object({ payment_session_id: sessionIdText.nullish() })

/** The try that a Payment is of; its own data name it as well. */
export const sessionIdOf = (
  payment: Pick<PaymentDTO, "data" | "provider_id">,
): SessionId | undefined => {
  const own = readSessionData(payment.data)
  return (
    row.safeParse(payment).data?.payment_session_id ??
    (own?.provider_id === payment.provider_id ? sessionOf(own.external_id) : undefined)
  )
}
