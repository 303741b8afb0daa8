import type { Operation } from "../payment"

type Numbered = { status_code: string; status_description: string }

/** What the sandbox calls it, and the document's number and words for it. */
const NUMBERS: Record<string, [code: string, description: string]> = {
  pending: ["2119", "Transaction is processing"],
  waiting_for_verification: ["2122", "3DS verification is required to finish the transaction."],
  amount_was_successfully_blocked: [
    "1007",
    "Amount was successfully blocked on the sender's account",
  ],
  hold_cancelled_by_bank: ["1009", "Reverse successful."],
  refund_pending: ["2000", "Pending"],
  refund_successful: ["1004", "Refund successful."],
  chargeback_successful: ["1004", "Refund successful."],
  refund_is_cancelled_by_system: ["5122", "Failed to finish the transaction."],
  refund_is_cancelled_by_initiator: ["6007", "Payment has cancelled."],
  transaction_rejected: ["4153", "Transaction rejected"],
  transaction_declined: ["5146", "Transaction is declined. Please, try again later."],
  rejected_by_bank: ["5148", "Bank did not approve the transaction. Please, contact the bank."],
  insufficient_funds: ["4009", "Insufficient funds"],
  "3ds_verification_failed": ["4157", "Authorization failed. Please, contact issuer bank."],
  card_expired: ["4001", "Payment card expired"],
  card_is_lost_or_stolen: ["6004", "Payment card is lost or stolen"],
  payment_card_has_invalid_status: ["4003", "Payment card has invalid status"],
  card_has_constraints: ["4020", "Payment card has constraints"],
  timeout: ["4148", "Timeout"],
  // Refusals by where an order stands.
  transaction_already_paid: ["4119", "Such order_id already exists in the system."],
  wrong_amount: ["4139", "Invalid transaction amount."],
  invalid_currency: ["4124", "Invalid currency. Please use: USD, UAH, RUB, EUR."],
  action_not_allowed: ["5112", "Invalid transaction status."],
  action_already_done: ["5112", "Invalid transaction status."],
  transaction_success_primary_not_found: ["5114", "Transaction is not found."],
  completion_limit_reached: ["5145", "Completion limit reached."],
  confirm_amount_cannot_be_more_than_the_transaction_amount: [
    "4118",
    "Capture amount cannot be more than the transaction amount.",
  ],
  incorrect_refund_sum_or_currency: ["4002", "Incorrect refund sum or currency"],
  // Refusals of what pays.
  card_number_wrong: ["4126", "Invalid card number."],
  invalid_card_token: ["5139", "This token does not exist."],
  token_does_not_exist: ["5139", "This token does not exist."],
  expired_or_invalid_token: ["5133", "Received token is inactive."],
  cvv_is_required: ["4024", "CVV was not provided."],
  credit_amount_out_of_limits: ["4107", "Amount of transaction is more or less than the limit."],
}

/** Whether a refusal is a transaction that failed, rather than an HTTP error. */
export const hasNumber = (code: string): boolean => Object.hasOwn(NUMBERS, code)

export function numberOf(code: string, description = ""): Numbered {
  const [status_code, status_description] = NUMBERS[code] ?? ["5110", description]
  return { status_code, status_description }
}

/** `announced`: the document's webhooks say 1000 where its answers say 1004 or 1009. */
export function numberOfOperation(operation: Operation, announced: boolean): Numbered {
  const { status, status_code, method } = operation
  if (status === "success" && (announced || METHODS_OF_1000.has(method)))
    return status_code === "amount_was_successfully_blocked"
      ? numberOf(status_code)
      : { status_code: "1000", status_description: "Transaction is successful." }
  if (status === "success" && method === "void")
    return { status_code: "1009", status_description: "Reverse successful." }
  return numberOf(status_code, operation.status_description)
}

const METHODS_OF_1000 = new Set(["purchase", "auth", "capture", "lookup", "p2p", "credit"])
