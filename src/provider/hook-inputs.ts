import type {
  AuthorizePaymentInput,
  CapturePaymentInput,
  InitiatePaymentInput,
  RefundPaymentInput,
} from "@medusajs/framework/types"
import type { MedusaError } from "@medusajs/framework/utils"
import { isPositive, type Money } from "../core/money"
import { type SessionId, sessionId } from "../core/session-id"
import { developerError, shopperError } from "../errors"
import type { ShopperLanguage } from "../messages/language"
import { readSessionData, type SessionData } from "./session-data"

/** Data that this provider has written. @throws MedusaError for those of another. */
export const ownData = (data: Record<string, unknown> | undefined): SessionData => {
  const own = readSessionData(data)
  if (own) return own
  throw developerError("not_started_here")
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
  throw shopperError("still_starting", language)
}

/** Medusa puts the session's id into the data after the client's, so a client can't choose it. */
export const sessionIdOf = ({ data }: InitiatePaymentInput): SessionId => {
  if (typeof data?.session_id === "string") return sessionId(data.session_id)
  throw developerError("no_session")
}

/** The id of the capture's or refund's row, which Medusa writes before it calls the provider. */
export const rowIdOf = (input: CapturePaymentInput | RefundPaymentInput, row: string): string => {
  const id = input.context?.idempotency_key
  if (id) return id
  throw developerError("no_movement", { row })
}

export const askable = (money: Money, language: ShopperLanguage): Money => {
  if (isPositive(money.amount)) return money
  throw notPositive(money, language)
}

export const notPositive = ({ amount, currency }: Money, language: ShopperLanguage): MedusaError =>
  shopperError("not_positive", language, { amount: `${amount} ${currency}` })
