/** Used by the order's widget and by the settings alike. */
export const shared = {
  copy_what: "Copy: {{what}}",
  copied: "Copied",
  go_back: "Go back",
  try_again: "Try again",
  loading: "Loading…",
  opens_tab: "(opens in a new tab)",
  technical: "Technical details",
  copy_technical: "Copy the technical details",
  amount: {
    label: "Amount",
    all: "All",
    most: "At most {{most}}",
    whole: "The whole of it only: {{most}}",
    not_a_sum: "Type an amount, such as {{example}}.",
    not_positive: "The amount must be more than zero.",
    too_much: "That is more than {{most}}.",
  },
  /** What could not be done, by its code: docs/reference/error-codes.md. */
  refusals: {
    offline: "The server does not answer. Check the connection and try again.",
    unanswered:
      "The server did not answer, so it is not known whether this was done. Look at the sums again before you repeat it.",
    logged_out: "Your session has ended. Log in again and repeat what you did.",
    not_permitted: "Your role does not allow this. Ask the store's administrator.",
    unknown:
      "It could not be done. Try again in a few minutes; if it stays so, send the technical details to support.",
    still_under_way:
      "RozetkaPay is still working on an earlier operation. It will be recorded when it is done; try again then.",
    too_little_left:
      "RozetkaPay has less left of this payment than was asked for. Nothing was sent. Sync the payment and look what is left.",
    nothing_paid:
      "RozetkaPay shows no money of this payment, so nothing was sent. If the shopper did pay, the provider's keys may be another shop's.",
    answer_unclear:
      "RozetkaPay's answer about this payment can't be understood. Nothing was sent; compare the payment in RozetkaPay's cabinet.",
    answer_unreadable:
      "RozetkaPay's answer about this payment can't be understood. Nothing was sent; try again in a few minutes.",
    refused_movement: "RozetkaPay refused. The reason stands in the technical details.",
    rejected: "RozetkaPay refused. The reason stands in the technical details.",
    movement_not_made:
      "RozetkaPay does not answer right now, and nothing was moved. Try again in a few minutes.",
    outcome_unknown:
      "It is not known yet whether it was done: RozetkaPay's answer was lost or is not final. Look at the payment again in a few minutes before you repeat it.",
    gateway_down:
      "RozetkaPay does not answer right now. Nothing was sent; try again in a few minutes.",
    another_currency:
      "RozetkaPay has this payment in another currency than the store. Nothing was sent; compare it in RozetkaPay's cabinet.",
    captured_elsewhere:
      "Some of it was captured outside of the store and is being recorded. Look at the payment again before you go on.",
    moved_meanwhile:
      "The payment has changed meanwhile, in another window or outside of the store. Nothing was sent; look at the sums again.",
    moved_elsewhere:
      "RozetkaPay shows a movement that the store does not know yet. Nothing was sent. Sync the payment and try again.",
    no_deferred_refund:
      "No refund of this payment waits any more. It was made or given up meanwhile; the timeline shows it.",
    refunds_not_deferred: "Refunds of this kind of payment do not wait at RozetkaPay.",
    no_such_order: "There is no such order any more. Reload the page.",
    provider_gone:
      "The store has no provider of this payment any more, so nothing can be sent. Use RozetkaPay's cabinet.",
    amount_too_exact: "The amount must be more than zero and no finer than the currency.",
    goods_not_of_order: "Name goods of this order, and no more of them than were sold.",
    nothing_outstanding: "Nothing is left to pay for this order.",
    order_is_canceled: "This order is canceled: nothing is to be paid for it.",
    no_provider_for_link:
      "The region of this order has no RozetkaPay provider, so nobody could pay by a link: add one in Settings → Regions.",
    link_not_made: "The link was not made. The reason stands in the technical details.",
    payment_busy:
      "Somebody else is just working on this payment. Nothing was sent; look at it again in a minute.",
    no_such_payment: "There is no such RozetkaPay payment any more. Reload the page.",
    payment_unknown: "This store does not know RozetkaPay's payment.",
    capture_under_way:
      "RozetkaPay is still working on a capture. Nothing was canceled; try again when it is done.",
    nothing_captured:
      "Nothing was captured of this payment yet. To give up the whole hold, cancel the order.",
    nothing_held: "Nothing is held of this payment any more.",
    captured_already: "All of this payment is captured already.",
    no_sellers: "This payment is not one to several sellers.",
    seller_has_less:
      "A seller has less left than was asked for. Look at the sums of the sellers again.",
    sellers_have_less: "The sellers have less left than was asked for. Look at their sums again.",
    query_unreadable: "The address of this list can't be read. Clear the filters and try again.",
    period_unreadable: "Choose a provider, and days that RozetkaPay answers for at once.",
    report_not_read:
      "RozetkaPay did not give its report. Try again later, with days that are not older than 90 days.",
    payouts_not_told:
      "RozetkaPay does not tell what it paid out under such a contract: look in its cabinet.",
    no_such_unexplained:
      "This money is not waiting for you any more: it was returned or explained meanwhile.",
    explained_meanwhile:
      "The store has this payment by now. Refund it, or cancel its order, as any other.",
    return_not_known:
      "It is not known yet whether this money went back. Nothing is sent twice: ask again in a few minutes.",
    not_canceled: "It was not canceled. The reason stands in the technical details.",
    not_moved: "Nothing was moved. The reason stands in the technical details.",
    not_synced: "The payment could not be synced. The reason stands in the technical details.",
  },
}
