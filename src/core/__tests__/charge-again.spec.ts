import { chargeAgain } from "../charge-again"

describe("a charge without the shopper that was refused", () => {
  test.each([
    "3ds_not_supported",
    "3ds_required",
    "3ds_verification_failed",
    "bank_is_not_supported",
    "card_bin_not_found",
    "card_expired",
    "card_is_lost_or_stolen",
    "card_not_found",
    "card_not_supported",
    "card_type_is_not_supported",
    "card_verification_required",
    "confirm_required",
    "confirmation_required",
    "country_not_supported",
    "cvv_is_required",
    "expired_or_invalid_token",
    "finmon_payer_validation_failed",
    "invalid_card_data",
    "invalid_card_token",
    "invalid_currency",
    "no_consent",
    "payment_card_has_invalid_status",
    "payment_method_not_allowed",
    "payment_method_not_found",
    "payment_system_not_supported",
    "pin_data_required",
    "pin_tries_exceeded",
    "recurrent_not_found",
    "recurring_transactions_not_allowed",
    "returned",
    "token_does_not_exist",
    "transaction_is_canceled_by_payer",
    "transaction_is_not_recurring",
    "transaction_not_supported",
    "wrong_card_number",
  ])("%s: is not tried again, the customer has to pay themself", (code) => {
    expect(chargeAgain(code)).toBe("never")
  })

  test.each([
    "insufficient_funds",
    "daily_card_usage_limit_reached",
    "timeout",
    "rejected_by_bank",
    "too_many_requests",
    "access_not_allowed",
  ])("%s: may be tried again later", (code) => {
    expect(chargeAgain(code)).toBe("later")
  })

  test.each([
    null,
    "",
    "a_code_of_next_year",
    "constructor",
    "__proto__",
  ])("%p: nobody knows, so it may be tried again later", (code) => {
    expect(chargeAgain(code)).toBe("later")
  })
})
