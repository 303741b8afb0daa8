import type { InitiatePaymentInput, InitiatePaymentOutput } from "@medusajs/framework/types"
import type { SessionId } from "../../core/session-id"
import { replacingClientData } from "../session-data"
import type { StoreOptions } from "../store-options"
import { sessionTerms } from "./start-session"

/** A session that store code opens first and charges afterwards: nothing is asked of RozetkaPay yet. */
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
