import { sessionOf } from "../core/external-id"
import { writeSessionData } from "../medusa-repairs/cut-off-start"
import type { PaymentTerms, SessionData } from "./session-data"
import type { StoreRecords } from "./store-records"

/** Writes what starting a direct payment would have left in its session, had the process not ended. */
export const finishStart = (
  records: StoreRecords,
  terms: PaymentTerms,
  paymentId: string | null,
): Promise<void> => {
  const { external_id, provider_id, currency_code, capture, orders, installation } = terms
  const data: SessionData = {
    external_id,
    provider_id,
    currency_code: currency_code.toLowerCase(),
    capture,
    mode: "direct",
    checkout_url: null,
    payment_id: paymentId,
    ...(orders && { orders }),
    ...(installation && { installation }),
  }
  return writeSessionData(records.rows, sessionOf(external_id), data)
}
