import { foldLedger, unclearLedger } from "../../core/fold-ledger"
import { type HowPaid, howPaidBy } from "../../core/how-paid"
import type { GatewayLedger } from "../../core/ledger"
import { isKnownCurrency } from "../../core/money"
import { howPaidOf } from "../../provider/how-paid-of"
import type { WebhookEvent } from "../../provider/payment-gateway"
import type { PaymentInfo } from "../../rozetkapay/client"
import { operationsOfPayment } from "./operations-of-payment"
import { paymentDetails } from "./payment-details"

/**
 * RozetkaPay's `info`, and signed callbacks that may be newer, as a ledger: as `info` will read once it
 * has caught up with them. An operation that is listed already is not counted twice.
 */
export const gatewayLedger = (
  info: PaymentInfo | null,
  asked: { twoStep: boolean; currency: string },
  events: WebhookEvent[] = [],
): GatewayLedger => {
  const told = events.flatMap(({ operations }) => operations)
  const { operations, unclear } = operationsOfPayment(info, told, asked)
  const named = events.find((event) => event.paymentId !== null)
  const paymentId = info ? info.id : (named?.paymentId ?? null)
  if (unclear) return { ...unclearLedger(asked.currency, unclear), paymentId }
  const howPaid = howPaidIn(info, events)
  const stated = info?.currency && isKnownCurrency(info.currency) ? info.currency : asked.currency
  return {
    ...foldLedger(operations, { currency: stated }),
    paymentId,
    ...(howPaid && { howPaid }),
  }
}

/** Whether `info` names the card is not known of every API; the callback of its payment does. */
const howPaidIn = (info: PaymentInfo | null, events: WebhookEvent[]): HowPaid | null => {
  const { operations, paymentMethod } = paymentDetails(info)
  const told = [howPaidOf(operations, paymentMethod), ...events.map(({ howPaid }) => howPaid)]
  return howPaidBy(told.filter((one) => one !== null && one !== undefined))
}
