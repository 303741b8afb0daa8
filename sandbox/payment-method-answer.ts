import { expiryOf, maskOf } from "./cards"
import type { Operation } from "./payment"
import type { Quirks } from "./quirks"

/** Real answers carry a live token here; a fake one lets consumers prove that they drop it. */
export const liveLookingToken = (number: string): string =>
  `sandbox-card-token-${number.slice(-4)}-never-store-or-log-me`

/** `payment_method` of answers and callbacks: what the card of this attempt was put forward by. */
export function paymentMethodOf(
  attempt: Operation | undefined,
  quirks: Quirks,
): Record<string, unknown> | null {
  if (!attempt?.card) return null
  const { card, via } = attempt
  const fields = {
    token: liveLookingToken(card.number),
    mask: maskOf(card),
    expires_at: expiryOf(card),
    bank_short_name: null,
    payment_system: card.system,
    bin_country: "Ukraine",
  }
  if (via === "apple_pay" || via === "google_pay") return { type: via, [via]: fields }
  return {
    type: via === "wallet" ? quirks.wallet_payment_type : "cc_token",
    cc_token: { ...fields, saved_card: attempt.saved_card },
  }
}
