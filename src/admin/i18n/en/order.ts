/** The widget on an order's page. */
export const order = {
  title: "RozetkaPay",
  payment_of: "RozetkaPay: payment {{id}} of {{amount}}, {{time}}",
  purpose: { cart: "Paid with the order", link: "Paid by a payment link" },
  agreement: {
    agrees: "Agrees",
    differs: "Differs",
    unknown: "Not known",
    agrees_about: "The store and RozetkaPay show the same sums.",
    differs_about: "The store and RozetkaPay show different sums.",
    unknown_about: "RozetkaPay's sums are not known right now.",
    difference: "{{sum}}: {{store}} in the store, {{gateway}} at RozetkaPay.",
    since: "Since {{time}} ({{relative}}).",
    next: {
      will_sync: "It will be recorded by itself in a few minutes: there is nothing to do.",
      sync_now: "Press “Sync now”: it records what RozetkaPay has.",
      compare_in_cabinet:
        "Compare the payment in RozetkaPay's cabinet by its external id. If the difference can't be explained, write to RozetkaPay's support.",
    },
  },
  unknown: {
    gateway_down:
      "RozetkaPay does not answer right now. The store's sums are shown; try again in a few minutes.",
    answer_unclear:
      "RozetkaPay's answer can't be understood. Compare the payment in RozetkaPay's cabinet before you move money.",
    answer_unreadable:
      "RozetkaPay's answer can't be read. Try again in a few minutes, or look at the payment in RozetkaPay's cabinet.",
    provider_gone:
      "The store has no provider of this payment any more, so RozetkaPay can't be asked. Look at the payment in RozetkaPay's cabinet.",
    rejected:
      "RozetkaPay refused to show this payment, mostly because the keys are wrong. Check them in the settings: RozetkaPay, Overview.",
    other: "RozetkaPay's sums could not be read. Try again in a few minutes.",
  },
  sums: {
    caption: "Sums of this payment in the store and at RozetkaPay",
    sum: "Sum",
    store: "Store",
    gateway: "RozetkaPay",
    authorized: "Authorized",
    held: "Still held",
    captured: "Captured",
    canceled: "Canceled",
    refunded: "Refunded",
    not_known: "not known",
    differs: "(differs)",
  },
  hold: {
    until: "The bank may let the hold go {{relative}}: {{time}}. Capture it before.",
    past: "Since {{time}} the bank may let the hold go at any moment. Capture it now.",
    lost_by_edit:
      "Any confirmed edit cancels this hold of {{amount}}, even one that leaves the total or lowers it: the shopper would have to pay anew. Capture before you edit the order.",
    edit_is_open:
      "This order is being edited. Confirming the edit cancels the hold of {{amount}}, even if the total stays or gets lower: the shopper would have to pay anew. Capture first.",
  },
  unknown_sum: "(sum not known)",
  deferred:
    "A refund of {{amount}} waits for money on your balance at RozetkaPay. Top the balance up: RozetkaPay tries again by itself. You may also retry it now, or cancel it.",
  paid: {
    with: "Paid with",
    kind: {
      card: "Card",
      google_pay: "Google Pay",
      apple_pay: "Apple Pay",
      saved_card: "Saved card",
      instalments: "Instalments",
      blik: "BLIK",
      alternative: "Another method",
      on_delivery: "Pay on delivery",
      unknown: "Not known",
    },
    bank: "Bank",
    instalments: "Instalments",
    instalments_of: "{{parts}} × {{monthly}}",
    instalments_parts: "{{parts}} parts",
    rrn: "RRN",
    auth_code: "Authorization code",
    three_d_secure: "3-D Secure",
    asked: "The bank asked the shopper to confirm",
    not_asked: "The bank did not ask",
    fee: "RozetkaPay's fee",
  },
  receipts: {
    receipt: "Payment receipt",
    open: "Open the receipt",
    fiscal: "Fiscal receipt: {{movement}}",
    movement: { payment: "payment", capture: "capture", refund: "refund" },
    open_fiscal: "Open the fiscal receipt",
  },
  ids: {
    title: "Numbers for support",
    external_id: "External id",
    rozetkapay_id: "RozetkaPay's id",
    payment_id: "Payment in Medusa",
    provider: "Provider",
  },
  sellers: {
    title: "Sellers' shares",
    nameless: "A seller who is not set up any more",
  },
  timeline: {
    title: "What happened",
    empty: "Nothing yet.",
    all: "Show all ({{count}})",
    fewer: "Show fewer",
    no_time: "time not known",
    kind: {
      payment: "Payment",
      capture: "Capture",
      cancel: "Cancellation of the hold",
      refund: "Refund",
      chargeback: "Chargeback by the bank",
    },
    action: {
      sync: "Sync",
      resend_callback: "Callback asked for again",
      retry_refund: "Waiting refund tried again",
      cancel_refund: "Waiting refund canceled",
      cancel_remainder: "Rest of the hold canceled",
      payment_link: "Payment link made",
    },
    status: { success: "done", pending: "under way", failure: "refused" },
    by: {
      shopper: "by the shopper",
      admin: "by staff",
      admin_named: "by {{name}}",
      api_key: "by an API key",
      api_key_named: "by the API key “{{name}}”",
      plugin: "by the store itself",
      cabinet: "in RozetkaPay's cabinet, or by another program",
      bank: "by the bank",
      unknown: "by whom is not known",
    },
    note: "Note: {{note}}",
    told_shopper: "The shopper read: {{sentence}}",
    /** RozetkaPay's codes of what is not a payment: an open list. */
    codes: {
      refund_period_is_expired:
        "The time in which RozetkaPay can refund this payment is over. Pay the customer by a bank transfer.",
      insufficient_funds_for_refund:
        "Your balance at RozetkaPay is too small. Top it up, or wait for the next sales.",
      refund_transaction_bank_daily_limit_exceeded:
        "The bank's limit of refunds for the day was reached. Try again the next day.",
      refund_pending: "An earlier refund of this payment still waited.",
      refund_is_cancelled_by_system:
        "RozetkaPay gave this refund up. Refund anew when your balance suffices.",
      refund_is_cancelled_by_initiator:
        "This refund was canceled. Refund anew if it is still owed.",
      rejected_by_bank:
        "The customer's bank refused it, as when a card is closed. Ask the customer for another account.",
      payment_was_refunded: "All of it had been refunded already.",
      hold_cancelled_by_bank:
        "The bank let the hold go. Ask the customer to pay again by a payment link.",
      confirm_amount_cannot_be_more_than_the_transaction_amount:
        "More than the hold was asked for.",
      incorrect_refund_sum_or_currency:
        "More was asked for than RozetkaPay has left of this payment.",
    },
  },
  tries: {
    title: "Tries that brought no money",
    open: "open: it may yet be paid",
    declined: "declined",
    left: "left unfinished",
    returned: "paid, and returned by the store",
    paid: "paid: the money is there, and may be on its way back",
    unknown: "outcome not known",
  },
  actions: {
    menu: "More that can be done with this payment",
    capture: "Capture…",
    cancel_remainder: "Cancel the rest…",
    refund: "Refund…",
    capture_by_seller: "Capture by seller…",
    refund_by_seller: "Refund by seller…",
    retry_refund: "Retry the waiting refund…",
    cancel_refund: "Cancel the waiting refund…",
    resend_callback: "Ask for the callback again…",
    sync: "Sync now…",
  },
  why: {
    gateway_unknown: "RozetkaPay's sums are not known right now.",
    nothing_held: "Nothing is held any more.",
    nothing_captured: "Nothing is captured yet.",
    nothing_to_refund: "All that was captured is refunded.",
    cancel_the_order: "Nothing is captured yet: to give the whole hold up, cancel the order.",
    differs: "The store and RozetkaPay show different sums: sync first.",
    under_way: "An earlier operation is still under way.",
    no_deferred_refund: "No refund waits.",
    not_deferred_here: "Refunds of this kind of payment do not wait.",
    no_sellers: "This payment is not one to several sellers.",
    order_canceled: "The order is canceled.",
    no_provider: "The region has no RozetkaPay provider: add one in Settings → Regions.",
    not_permitted: "Your role does not allow it.",
  },
  capture: {
    title: "Capture of a hold",
    about:
      "The shopper sees in the bank's app that {{amount}} are debited, which were held until now.",
    rest: "{{rest}} stay held: capture or cancel them later, before the bank lets them go.",
    whole_only: "Payments of this kind are captured once and as a whole.",
    confirm: "Capture {{amount}}",
    confirm_no_amount: "Capture",
    done: "{{amount}} captured.",
  },
  cancel_remainder: {
    title: "Cancel the rest of the hold",
    about:
      "{{amount}} are not held any more. The shopper sees them free in the bank's app, with some banks after a few days. It can't be undone.",
    confirm: "Cancel {{amount}}",
    done: "The hold of {{amount}} is canceled.",
  },
  refund: {
    title: "Refund",
    about:
      "{{amount}} go back to where the shopper paid from. The shopper sees them in the bank's app when the bank credits them, mostly within a few days. It can't be undone.",
    note: "Note for your colleagues (the shopper does not see it)",
    goods: "Goods that come back, for the fiscal receipt",
    quantity: "How many of “{{title}}”",
    of: "of {{quantity}}",
    confirm: "Refund {{amount}}",
    confirm_no_amount: "Refund",
    done: "Refund of {{amount}} sent.",
  },
  by_seller: {
    capture_title: "Capture by seller",
    capture_about:
      "The shopper sees in the bank's app that {{amount}} are debited, which were held until now.",
    refund_title: "Refund by seller",
    refund_about:
      "{{amount}} go back to where the shopper paid from, at the cost of the sellers named. It can't be undone.",
    most: "at most {{most}}",
  },
  retry_refund: {
    title: "Retry the waiting refund",
    about:
      "RozetkaPay tries once more to refund {{amount}}. The shopper sees them in the bank's app when it succeeds; nothing is refunded twice.",
    confirm: "Retry {{amount}}",
    done: "The refund was tried again: the timeline shows the outcome.",
  },
  cancel_refund: {
    title: "Cancel the waiting refund",
    about:
      "The refund of {{amount}} is not made: the shopper gets nothing by it, and the store's record is corrected.",
    confirm: "Cancel the refund",
    done: "The waiting refund is canceled.",
  },
  resend_callback: {
    title: "Ask for the callback again",
    about:
      "RozetkaPay sends its last message about this payment of {{amount}} once more. No money moves, and the shopper sees nothing.",
    confirm: "Ask RozetkaPay",
    done: "RozetkaPay was asked to send the callback again.",
  },
  sync: {
    title: "Sync now",
    about:
      "The store reads RozetkaPay's sums of this payment of {{amount}} and records what it does not know yet. The shopper sees nothing.",
    confirm: "Sync now",
    done: "Synced: the store has what RozetkaPay shows.",
  },
  link: {
    title: "Left to pay",
    about:
      "{{amount}} of this order are not paid yet. Send the shopper a link to a page where they can pay exactly that.",
    given_up: "You gave this sum up. Ask for it only if it is still owed.",
    make: "Make a payment link",
    made: "The link is ready. Whoever opens it pays {{amount}}.",
    url: "Payment link",
    copy: "Copy the link",
    mail: "Send by e-mail",
    share: "Share",
    subject: "Payment for order #{{number}}",
    body: "Hello!\n\nPlease pay {{amount}} for order #{{number}} on this page:\n{{url}}\n\nThank you!",
  },
}
