/** For the sentences that an admin reads. */
export const MOVEMENT_WORDS = {
  capture: "capture",
  cancel: "cancellation",
  refund: "refund",
} as const

/** What staff can do about a refusal, by RozetkaPay's code; an open list, on which most are not. */
const ADVICE: Record<string, string> = {
  refund_period_is_expired:
    "The time in which RozetkaPay gives this payment back is over: pay the customer by a bank transfer, and note it in the order.",
  insufficient_funds_for_refund:
    "The balance at RozetkaPay is too small: top it up, or wait for the next sales, and try again.",
  refund_transaction_bank_daily_limit_exceeded:
    "The bank's limit of refunds for today is reached: try again tomorrow.",
  refund_pending:
    "An earlier refund of this payment still waits: try that one again or cancel it first.",
  refund_is_cancelled_by_system:
    "RozetkaPay has given the refund up: see that the balance suffices, and refund anew.",
  refund_is_cancelled_by_initiator: "The refund was cancelled: refund anew if it is still owed.",
  rejected_by_bank:
    "The customer's bank refuses it, as it does when the card is closed: ask the customer for another account, and pay by a bank transfer.",
  payment_was_refunded: "All of it has gone back already: sync the payment, which records that.",
  incorrect_refund_sum_or_currency:
    "More than RozetkaPay has left of this payment: sync it, and look what is left.",
  hold_cancelled_by_bank:
    "The bank has let the hold go: ask the customer to pay again, by a payment link.",
  confirm_amount_cannot_be_more_than_the_transaction_amount:
    "More than was held: capture at most the hold, and take the difference by a payment link.",
}

/** Why RozetkaPay refused, and what to do about it where that is known. */
export const refusalForStaff = (message: string, code: string | null): string => {
  const advice = code !== null && Object.hasOwn(ADVICE, code) ? ` ${ADVICE[code]}` : "."
  const reason = code && !message.includes(`(${code})`) ? `${message} (${code})` : message
  return advice === "." ? reason : `${reason}.${advice.replace(/\.$/, "")}`
}

/** What was asked of a refund that waits. */
export const DEFERRED_REFUND_WORDS = {
  retry: "new try of the waiting refund",
  cancel: "cancellation of the waiting refund",
} as const

/**
 * What staff read in the admin and its API, by code. `{what}` is a movement in words: "capture of 30.00
 * UAH"; amounts have their currency, `{why}` and `{reason}` are RozetkaPay's or Medusa's own words.
 */
export const STAFF = {
  still_under_way:
    "RozetkaPay is still working on the {what}. It will be recorded when it is done.",
  too_little_left:
    "RozetkaPay has only {available} left of this payment for the {what}. Nothing was sent.",
  nothing_paid:
    "RozetkaPay shows no money of this payment, so there is nothing for the {what}. Nothing was sent. If the shopper did pay, the provider's keys may be another shop's.",
  answer_unclear:
    "RozetkaPay's answer about this payment can not be understood: {why}. Nothing was sent; please compare it in RozetkaPay's cabinet.",
  answer_unreadable:
    "RozetkaPay's answer about this payment can not be understood. Nothing was sent; please try again in a few minutes, or look at the payment in RozetkaPay's cabinet.",
  refused_movement: "RozetkaPay refused the {what}: {reason}.",
  rejected: "{reason}",
  movement_not_made:
    "The {what} was not made: RozetkaPay does not answer right now. Please try again in a few minutes.",
  outcome_unknown:
    "It is not known yet whether the {what} was made: RozetkaPay's answer was lost or is not final. If it was, it will be recorded by itself; look at the payment again in a few minutes before you repeat it.",
  gateway_down:
    "RozetkaPay does not answer right now. Nothing was sent; please try again in a few minutes.",
  another_currency:
    "RozetkaPay has this payment in {gateway} and the store in {store}. Nothing was sent.",
  captured_elsewhere:
    "{amount} of this payment were captured outside of the store and are being recorded. Nothing was canceled; it is looked at again.",
  moved_meanwhile:
    "This payment was moved meanwhile, in another window or at RozetkaPay. Nothing was sent; please look at it again.",
  moved_elsewhere:
    "RozetkaPay shows a {move} that the store does not know yet, and it can't be told whether it was of the sellers named. Nothing was sent. Please sync the payment, which records it, and try again.",
  no_deferred_refund:
    "No refund of this payment waits at RozetkaPay. It may have been made, or given up, meanwhile: the order shows it.",
  refunds_not_deferred:
    "Refunds of this kind of payment do not wait at RozetkaPay: there is none to try again or to cancel.",
  no_such_order: "There is no order of this id.",
  provider_gone:
    "The store has no provider of this payment any more, so RozetkaPay can not be asked. Please look at the payment in RozetkaPay's cabinet.",
  movement_unreadable:
    'Please send "amount", and as "seen" what was {sum} when you looked, as texts such as "10.00".',
  seen_unreadable:
    'Please send as "seen" how much waited when you looked, { "amount": "10.00" }, or leave it out.',
  amount_too_exact:
    "Please name an amount above zero with at most {digits} digits after the point.",
  goods_not_of_order:
    "Please name goods of this order, and no more of them than were sold and not refunded before.",
  nothing_outstanding: "Nothing is to be paid for this order any more.",
  order_is_canceled: "This order is canceled: nothing is to be paid for it.",
  no_provider_for_link:
    "The region of this order has no RozetkaPay provider, so nobody could pay by a link.",
  link_not_made: "{reason}",
  payment_busy:
    "Somebody else is just working on this payment. Nothing was sent; please look at it again in a minute.",
  no_such_payment: "There is no payment of this id that was made through RozetkaPay.",
  no_such_movement: "There is no {id} any more.",
  no_sellers: "This payment is not one to several sellers.",
  captured_already: "All of this payment is captured already. Nothing more was captured.",
  parts_not_named: 'Please name the sellers\' parts: { "sellers": { "<key>": "10.00" } }.',
  note_too_long: 'Please let "note" be a text of at most 1000 characters, or leave it out.',
  parts_of_nothing: "Please name more than zero.",
  payment_unknown: "RozetkaPay's payment is not known to this store.",
  capture_under_way:
    "RozetkaPay is still working on a capture of this payment. Nothing was canceled; please try again when it is done.",
  nothing_captured:
    "Nothing was captured of this payment yet. To give up the whole hold, cancel the order instead.",
  nothing_held: "Nothing is held of this payment any more, so there is nothing to cancel.",
  query_unreadable: "This can't be read of the address: {names}. Nothing was looked up.",
  no_such_unexplained:
    "This store has no note of unexplained money of this id, so nothing was moved. It may have been returned or explained meanwhile; if RozetkaPay still has it, reconciling notes it again.",
  explained_meanwhile:
    "The store has this payment by now. Please refund it, or cancel its order, as any other.",
  period_unreadable:
    "Please name a provider and two days, such as provider_id=pp_rozetkapay_rozetkapay&from=2026-11-01&to=2026-11-14: at most {most} days, of which the last one does not come before the first.",
  report_not_read: "RozetkaPay's report could not be had: {reason}. Please try again later.",
  payouts_not_told:
    "This kind of payment is of an API that does not tell what was paid out: look in RozetkaPay's cabinet.",
  return_not_known:
    "It is not known yet whether this money went back: RozetkaPay's answer was lost or is not final. Nothing is sent twice: please ask again in a few minutes.",
  not_canceled: "{reason}",
  not_moved: "{reason}",
  not_synced: "{reason}",
} as const
