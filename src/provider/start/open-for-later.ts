import type { InitiatePaymentInput, InitiatePaymentOutput } from "@medusajs/framework/types"
import { externalIdOf } from "../../core/external-id"
import type { SessionId } from "../../core/session-id"
import { readSessionData, replacingClientData } from "../session-data"
import type { StoreOptions } from "../store-options"
import { sessionTerms } from "./start-session"

/**
 * Data of an earlier session, with which Medusa starts a new one when the order that was paid for has failed.
 * What was chosen then is no request: the shopper reads that the order failed, and must not be asked by a bank.
 */
export const isOfEarlierSession = (
  { id }: { id: SessionId },
  data: Record<string, unknown> | undefined,
): boolean => {
  const earlier = readSessionData(data)
  return earlier !== null && earlier.external_id !== externalIdOf(id)
}

/**
 * A session of which nothing is asked of RozetkaPay yet: store code charges it afterwards, or the shopper's
 * next request chooses how to pay and makes another.
 */
export const openForLater = (
  session: { id: SessionId; provider_id: string },
  { currency_code, data }: InitiatePaymentInput,
  options: StoreOptions,
): InitiatePaymentOutput => {
  const own = {
    ...sessionTerms(session, currency_code, options),
    mode: "direct" as const,
    checkout_url: null,
    payment_id: null,
  }
  return { id: session.id, data: replacingClientData(data, own) }
}
