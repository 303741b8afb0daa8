import { chargeAgain } from "../charge-again"

describe("a charge without the shopper that was refused", () => {
  test.each([
    "card_expired",
    "card_is_lost_or_stolen",
    "recurrent_not_found",
    "recurring_transactions_not_allowed",
    "3ds_required",
    "no_consent",
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
