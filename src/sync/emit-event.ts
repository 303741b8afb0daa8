import { type ExternalId, sessionOf } from "../core/external-id"
import type { Amount } from "../core/money"
import type { SessionId } from "../core/session-id"
import { oneLine } from "../log/one-line"
import type { PaymentTerms } from "../provider/session-data"
import type { Store } from "./store"

/** The events that a store's own subscribers may listen to. */
export type RozetkaPayEvent =
  | "rozetkapay.payment.failed"
  | "rozetkapay.payment.returned"
  | "rozetkapay.capture.recorded"
  | "rozetkapay.refund.recorded"
  | "rozetkapay.authorization.canceled"
  | "rozetkapay.payment.unexplained"
  | "rozetkapay.payment.charged_back"

/** What each of them carries. Nothing secret. */
export type RozetkaPayEventData = {
  provider_id: string
  session_id: SessionId
  external_id: ExternalId
  /** Decimal in the currency's major unit. */
  amount: string
  currency_code: string
  reason: string
  /** Medusa's own words, where there are any: why an order could not be placed. */
  message?: string
}

type OfPayment = { terms: PaymentTerms; situation: { gateway: { currency: string } } }

/** Tells whoever must know: the log always, subscribers by the event. */
export const emitEvent = async (
  store: Store,
  { terms, situation }: OfPayment,
  name: RozetkaPayEvent,
  amount: Amount,
  reason: string,
  message: string | null = null,
): Promise<void> => {
  const data: RozetkaPayEventData = {
    provider_id: terms.provider_id,
    session_id: sessionOf(terms.external_id),
    external_id: terms.external_id,
    amount,
    currency_code: situation.gateway.currency.toLowerCase(),
    reason,
    ...(message !== null && { message }),
  }
  store.log.info(
    `rozetkapay: ${name} provider_id=${data.provider_id} session_id=${data.session_id} amount=${data.amount} ${data.currency_code} reason=${oneLine(reason)}${message === null ? "" : `: ${message}`}`,
  )
  await store.emit(name, data)
}
