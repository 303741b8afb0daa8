import type {
  AuthorizePaymentInput,
  CapturePaymentInput,
  InitiatePaymentInput,
  RefundPaymentInput,
} from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { isPositive, type Money } from "../core/money"
import { checkoutSentences } from "../messages/checkout-sentence"
import type { ShopperLanguage } from "../messages/decline-sentence"
import { readSessionData, type SessionData } from "./session-data"
import { shopperError, withCode } from "./shopper-error"

/** Data that this provider has written. @throws MedusaError for those of another. */
export const ownData = (data: Record<string, unknown> | undefined): SessionData => {
  const own = readSessionData(data)
  if (own) return own
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    "This payment session was not started with RozetkaPay. Please start a new one.",
  )
}

/**
 * While a session is being started its row holds what the client posted. The id
 * comes from Medusa, so data that speaks of another session's payment is refused.
 */
export const dataOfSession = (
  input: AuthorizePaymentInput,
  language: ShopperLanguage,
): SessionData => {
  const data = readSessionData(input.data)
  if (data && data.external_id === input.context?.idempotency_key) return data
  throw shopperError(MedusaError.Types.PAYMENT_REQUIRES_MORE_ERROR, "still_starting", language)
}

/** Medusa puts the session's id into the data after the client's, so a client can't choose it. */
export const sessionIdOf = ({ data }: InitiatePaymentInput): string => {
  if (typeof data?.session_id === "string") return data.session_id
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    "A payment can only be started in a payment session.",
  )
}

/** The id of the capture's or refund's row, which Medusa writes before it calls the provider. */
export const rowIdOf = (input: CapturePaymentInput | RefundPaymentInput, row: string): string => {
  const id = input.context?.idempotency_key
  if (id) return id
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `Medusa did not say which ${row} this is (context.idempotency_key), so its amount is not known.`,
  )
}

export const askable = (money: Money, language: ShopperLanguage): Money => {
  if (isPositive(money.amount)) return money
  throw notPositive(money, language)
}

export const notPositive = ({ amount, currency }: Money, language: ShopperLanguage): MedusaError =>
  withCode(
    MedusaError.Types.INVALID_DATA,
    "not_positive",
    checkoutSentences(language).not_positive(`${amount} ${currency}`),
  )
