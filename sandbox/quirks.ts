import { z } from "zod"

/**
 * Every point where nobody public knows what the gateway does, or where it is known to differ
 * between projects. A consumer must be right under each value; README has the table.
 */
export const quirksShape = z.strictObject({
  /** Alphabet of X-ROZETKAPAY-SIGNATURE. */
  signature_alphabet: z.enum(["urlsafe", "standard"]).default("urlsafe"),
  /** What `info.confirmed` and `amount_confirmed` say of a one-step payment. */
  one_step_confirmed: z.boolean().default(false),
  /** `details.method` of a hold. */
  hold_method: z.enum(["auth", "purchase"]).default("auth"),
  /** `details.status_code` of a hold. */
  hold_status_code: z
    .enum(["transaction_successful", "amount_was_successfully_blocked"])
    .default("transaction_successful"),
  /** Amounts in answers and callbacks as JSON numbers instead of decimal strings. */
  amounts_as_numbers: z.boolean().default(false),
  /** Fields without a value: written as null, or left out. */
  empty_fields: z.enum(["null", "absent"]).default("null"),
  /** `info`'s lists without entries: null, or []. */
  empty_lists: z.enum(["null", "empty"]).default("null"),
  /** A second create of an unpaid external_id: the page it had, or one more page. */
  create_again: z.enum(["same_page", "new_page"]).default("same_page"),
  /** A second create with another amount or currency on the same page. */
  create_again_amount: z.enum(["updates", "keeps_first", "refuses"]).default("updates"),
  /** `info` when every attempt so far was declined or is still under way. */
  info_after_decline: z.enum(["attempts", "data_not_found"]).default("attempts"),
  /** A pending callback goes before the final one, with the same operation_id. */
  pending_first: z.boolean().default(false),
  /** Declined attempts are announced by a callback. */
  decline_callbacks: z.boolean().default(true),
  /** confirm, cancel, refund without a callback_url notify the url given at create. */
  callbacks_without_url: z.boolean().default(true),
  /** What the bank does by itself is announced by a callback. */
  bank_callbacks: z.boolean().default(true),
  /** A partial confirm lets the bank release the rest of the hold. */
  partial_confirm_releases_rest: z.boolean().default(false),
  /** How many confirms one hold takes; 0 = any number. */
  confirms_allowed: z.int().min(0).default(0),
  /** The refusal of confirm, cancel, refund before anything was paid. */
  unpaid_operation_code: z
    .enum(["action_not_allowed", "transaction_success_primary_not_found"])
    .default("action_not_allowed"),
  /** The refusal of a confirm, cancel or refund that has nothing left to do. */
  repeated_operation_code: z
    .enum(["action_already_done", "action_not_allowed"])
    .default("action_already_done"),
  /** Whether a pending refund is in `info.amount_refunded` and `info.refunded` already. */
  pending_refund_in_info: z.boolean().default(false),
  /** `is_success` of a pending operation. */
  pending_is_success: z.boolean().default(false),
  /** `is_success` of the answer that sends a direct payment's shopper to 3-D Secure. */
  three_ds_is_success: z.boolean().default(true),
  /** `details` of that answer: of the pending attempt, or null as a hosted create has. */
  three_ds_details: z.enum(["pending", "null"]).default("pending"),
  /** Whether `info` repeats the 3-D Secure action of a direct payment that waits for it. */
  three_ds_in_info: z.boolean().default(true),
  /** A declined direct or recurrent payment: a result with is_success false, or an error. */
  decline_answer: z.enum(["result", "error"]).default("result"),
  /** How a card token that was used before is refused. */
  used_token_code: z
    .enum(["invalid_card_token", "expired_or_invalid_token", "token_does_not_exist"])
    .default("invalid_card_token"),
  /** How the charge of a series names itself in `operation`. */
  recurrent_operation: z.enum(["recurrent", "payment"]).default("recurrent"),
  /** `payment_method.type` of a payment by a saved card. */
  wallet_payment_type: z.enum(["cc_token", "wallet"]).default("cc_token"),
  /** Legacy API: a second create of an order id that has not been paid. */
  legacy_create_again: z.enum(["opens", "refused"]).default("opens"),
  /** Legacy API: a hosted payment that nobody has tried to pay among its order's transactions. */
  legacy_unpaid: z.enum(["init", "absent"]).default("init"),
  /** The wallet of a customer who never had a card: an empty list, or an error. */
  unknown_customer: z.enum(["empty_wallet", "customer_profile_not_found"]).default("empty_wallet"),
  /** Whether a wallet lists cards that wait for their confirmation. */
  wallet_lists_unconfirmed: z.boolean().default(false),
  /** Whether a wallet names a default by itself: its first card, and one left after a delete. */
  wallet_keeps_a_default: z.boolean().default(false),
  /** A card that is in the wallet already is added again. */
  same_card_again: z.enum(["same_option", "new_option"]).default("same_option"),
  /** What a batch's operations are announced by: each order's callback, the whole batch's, or both. */
  batch_callbacks: z.enum(["orders", "batch", "both"]).default("both"),
  /** The list of orders in a batch's answers: as RozetkaPay's mobile SDKs read it, or as the document calls it. */
  batch_orders_field: z.enum(["orders_details", "order_details"]).default("orders_details"),
  /** Whether a hosted batch that nobody has paid on lists its orders. */
  batch_hosted_orders: z.enum(["init", "none"]).default("init"),
  /** Whether an order's callback repeats the batch's metadata. */
  batch_order_metadata: z.boolean().default(true),
  /** Who reaches an order by info, refund, cancel: the platform, or only it with X-ON-BEHALF-OF. */
  batch_order_access: z.enum(["platform", "on_behalf_of"]).default("platform"),
  /** A second create of an unpaid batch: as of an unpaid payment, or refused. */
  batch_create_again: z.enum(["as_payment", "refused"]).default("as_payment"),
  /** A confirm that one order can't carry out: refused as a whole, or done for the others. */
  batch_wrong_order: z.enum(["refuses_all", "fails_alone"]).default("refuses_all"),
  /** Cancelling a batch of which something was confirmed. */
  batch_cancel_after_confirm: z.enum(["releases_rest", "refused"]).default("releases_rest"),
  /** How callbacks of express orders travel; a form's spaces may be written in two ways. */
  express_callback_sent_as: z.enum(["json", "data_form", "data_form_percent"]).default("json"),
  /** What the signature of such a form is made over: the JSON in it, or the body as it travels. */
  express_signature_over: z.enum(["json", "raw_body"]).default("json"),
  /** `delivery_details`: flat with a card and nested on delivery, or one form for both. */
  express_delivery_form: z.enum(["as_seen", "flat", "nested"]).default("as_seen"),
  /** Names in `order_recipient`: as the document has them, or as the plugins read them. */
  express_recipient_names: z.enum(["document", "plugins"]).default("document"),
  /** Where the recipient is told of. */
  express_recipient_in: z.enum(["both", "order_recipient", "customer"]).default("both"),
  /** The sum that stands beside an order that is paid for on delivery. */
  postpayment_amounts: z.enum(["zero", "order"]).default("zero"),
  /** How an order in instalments that waits for the customer is told: see WAITING in payparts/answers.ts. */
  payparts_waiting: z.enum(["pending", "status_created", "code_created"]).default("pending"),
  /** `is_success` of the answer to a create that the customer has yet to agree to. */
  payparts_asked_is_success: z.boolean().default(true),
  /** Instalments refused at once: an error, or a result with is_success false. */
  payparts_refusal: z.enum(["error", "result"]).default("error"),
  /** The code of a number of parts that the bank does not offer. */
  payparts_period_code: z
    .enum(["wrong_installment_period", "wrong_payment_count", "wrong_payparts_period"])
    .default("wrong_installment_period"),
  /** The code of an amount outside the bank's limits. */
  payparts_limit_code: z
    .enum(["transaction_amount_limit", "transaction_limit_exceeded", "wrong_amount"])
    .default("transaction_amount_limit"),
  /** Whether the products of a create must come to its amount. */
  payparts_products_sum: z.enum(["any", "must_match"]).default("any"),
  /** A second create of an order that the customer has not answered yet; on other terms it is never the same. */
  payparts_create_again: z.enum(["same_order", "new_order", "refused"]).default("same_order"),
  /** A second create of an order that was refused. */
  payparts_create_after_decline: z.enum(["opens", "refused"]).default("opens"),
  /** `info` of an order that the customer has not agreed to. */
  payparts_waiting_in_info: z.enum(["pending", "data_not_found"]).default("pending"),
  /** Whether an automatic confirmation is an operation of its own, after a hold. */
  payparts_auto_confirm: z.enum(["within_create", "own_operation"]).default("within_create"),
  /** Cancel before the customer has answered: refused, or the order ends. */
  payparts_cancel_unsigned: z.enum(["refused", "ends"]).default("refused"),
  /** Whether a bank does a refund while it is asked for, or tells of it later. */
  payparts_refund: z.enum(["at_once", "later"]).default("at_once"),
  /** The code of a pending refund. */
  payparts_refund_pending_code: z.enum(["pending", "refund_pending"]).default("pending"),
  /** Amounts in operations' details: JSON numbers as documented, or decimal strings. */
  payparts_details_amount: z.enum(["number", "string"]).default("number"),
  /** When the test bank answers for phones that need no page: after create's answer, or in it. */
  payparts_stub_answers: z.enum(["later", "at_once"]).default("later"),
  /** Whether the report of transactions has instalments' operations. */
  payparts_in_report: z.boolean().default(true),
  /** A second create of an alternative payment that the customer has not answered yet. */
  alternative_create_again: z.enum(["new_try", "same_try", "refused"]).default("new_try"),
  /** Whether an alternative provider refunds while it is asked, or tells of it later. */
  alternative_refund: z.enum(["at_once", "later"]).default("at_once"),
  /** `details.method` of an alternative payment's refund. */
  alternative_refund_method: z.enum(["refund", "create", "absent"]).default("refund"),
  /** The code of a leasing or credit that the customer has signed. */
  alternative_contract_code: z
    .enum(["transaction_successful", "contract_was_signed_on_client_side"])
    .default("transaction_successful"),
  /** What a create with a BLIK test code answers: that the app is asked, or the app's answer. */
  blik_answer: z.enum(["pending", "final"]).default("pending"),
  /** Whether the report of transactions lists alternative payments. */
  alternative_in_report: z.boolean().default(true),
})

export type Quirks = z.infer<typeof quirksShape>

export const defaultQuirks = (): Quirks => quirksShape.parse({})

/** Changes the quirks named in `wanted`, leaves the others; throws a ZodError on unknown ones. */
export const changeQuirks = (current: Quirks, wanted: Record<string, unknown>): Quirks =>
  quirksShape.parse({ ...current, ...wanted })
