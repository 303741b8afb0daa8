/** Whether a refused charge without the shopper may be tried again by itself. */
export type Retry = "never" | "later"

/**
 * RozetkaPay's codes after which the same card will refuse again, or only its holder can
 * help: ask the customer for another payment. Everything else may pass by itself: money,
 * limits, a bank that is down, the merchant's own settings.
 *
 * @see https://cdn.rozetkapay.com/public-docs/index.html (schema ResponseCode)
 */
const NEVER = new Set([
  // The consent, or the card behind it, is gone.
  "no_consent",
  "recurrent_not_found",
  "recurring_transactions_not_allowed",
  "transaction_is_not_recurring",
  "card_expired",
  "card_is_lost_or_stolen",
  "card_not_found",
  "payment_card_has_invalid_status",
  "payment_method_not_found",
  "invalid_card_token",
  "expired_or_invalid_token",
  "token_does_not_exist",
  "invalid_card_data",
  "wrong_card_number",
  "card_bin_not_found",
  // This card can never pay this merchant.
  "card_not_supported",
  "card_type_is_not_supported",
  "payment_system_not_supported",
  "country_not_supported",
  "bank_is_not_supported",
  "transaction_not_supported",
  "payment_method_not_allowed",
  "invalid_currency",
  "finmon_payer_validation_failed",
  // Its holder has to be there.
  "3ds_required",
  "3ds_not_supported",
  "3ds_verification_failed",
  "card_verification_required",
  "confirm_required",
  "confirmation_required",
  "cvv_is_required",
  "pin_data_required",
  "pin_tries_exceeded",
  "transaction_is_canceled_by_payer",
  // It was paid, and went back: another amount or currency than asked.
  "returned",
])

/** The list of codes is open: one that nobody knows may pass. */
export const chargeAgain = (code: string | null): Retry =>
  code !== null && NEVER.has(code) ? "never" : "later"
