import { alternativeResult } from "./alternative/answers"
import { infoResult, operationResult } from "./answers"
import { bankDispute } from "./bank-disputes"
import { batchResult } from "./batch/answers"
import { endOrders, endsOfOrders, partsOf, startOrders } from "./batch/attempts"
import { refuseForSeller } from "./batch/moves"
import { inDataForm } from "./callback-post"
import type { CallbackLetter, SignedBody } from "./callbacks"
import { refused } from "./gateway-error"
import { cancel, confirm } from "./hold-moves"
import { legacyBody } from "./legacy/callback-body"
import type { Merchant } from "./merchants"
import type { Minor } from "./money"
import { moveContext } from "./move-context"
import type { Wish } from "./move-rules"
import {
  type Actor,
  isExpress,
  nameOf,
  type Operation,
  type Page,
  type Payment,
  pageOf,
} from "./payment"
import { type AttemptEnd, endAttempt, type Means, startAttempt } from "./payment-attempts"
import { paypartsResult } from "./payparts/answers"
import { endRefund, pendingRefunds, type RefundEnd, refund } from "./refund-moves"
import { signCallback } from "./signature"
import type { World } from "./world"

/** Moves money and tells the merchant about it: each move here ends in its callbacks. */

/** The signed callback of an operation as it stands now; null when there is no url for it. */
export function writeLetter(
  world: World,
  payment: Payment,
  operation: Operation,
  url: string | null,
): CallbackLetter | null {
  const merchant = world.merchants.find(payment.login)
  if (url === null || !merchant) return null
  const signed = merchant.legacy
    ? legacyBody(world, payment, operation, merchant.legacy)
    : currentBody(world, payment, operation, merchant)
  if (signed === null) return null
  return {
    login: payment.login,
    external_id: payment.external_id,
    operation: nameOf(operation, world.quirks),
    operation_id: operation.operation_id,
    status: operation.status,
    url,
    ...signed,
  }
}

function currentBody(
  world: World,
  payment: Payment,
  operation: Operation,
  { password }: Merchant,
): SignedBody {
  const body = JSON.stringify(writeCallback(world, payment, operation))
  const { signature_alphabet, express_callback_sent_as, express_signature_over } = world.quirks
  const sent_as = isExpress(payment) ? express_callback_sent_as : "json"
  const signed =
    sent_as !== "json" && express_signature_over === "raw_body" ? inDataForm(body, sent_as) : body
  return { body, sent_as, signature: signCallback(password, signed, signature_alphabet) }
}

function writeCallback(world: World, payment: Payment, operation: Operation) {
  const common = { payment, quirks: world.quirks, url: world.url }
  if (payment.kind === "batch") {
    const result = batchResult(common, operation)
    world.contract.batchCallback(result)
    return result
  }
  if (operation.method === "postpayment") {
    const result = infoResult(common)
    world.contract.infoCallback(result)
    return result
  }
  if (payment.kind === "alternative") {
    const result = alternativeResult(common, operation)
    world.contract.alternativeCallback(result)
    return result
  }
  if (payment.kind === "payparts") {
    const result = paypartsResult(common, operation)
    world.contract.paypartsCallback(result)
    return result
  }
  const result = operationResult(common, operation)
  world.contract.callback(result)
  return result
}

/** The url an operation is announced to: its own, or the payment's when the quirk says so. */
export const callbackUrlOf = (world: World, payment: Payment, operation: Operation) =>
  operation.callback_url ?? (world.quirks.callbacks_without_url ? payment.callback_url : null)

export function announce(world: World, payment: Payment, operation: Operation): void {
  const { batch_callbacks: whose } = world.quirks
  if (payment.kind === "batch" && whose !== "batch")
    for (const part of partsOf(payment, operation)) announce(world, part.order, part.operation)
  if (payment.kind === "batch" && whose === "orders") return
  const url = callbackUrlOf(world, payment, operation)
  const letter = writeLetter(world, payment, operation, url)
  if (letter) world.desk.post(letter)
}

/** Announces an operation that is final already, a pending one before it if the quirk says so. */
export function announceFinal(world: World, payment: Payment, operation: Operation): void {
  if (world.quirks.pending_first && operation.status === "success") {
    const status_code = "pending"
    announce(world, payment, { ...operation, status: "pending", status_code, processed_at: null })
  }
  announce(world, payment, operation)
}

/** A try to pay or to verify a card. Without 3-D Secure the bank answers at once. */
export function pay(
  world: World,
  payment: Payment,
  page: Page,
  means: Means,
  paid?: { amount: Minor; currency: string },
): Operation {
  const by = page.mode === "recurrent" ? "api" : "shopper"
  const attempt = startAttempt(payment, page, means, moveContext(world, by), paid)
  startOrders(world, payment, page, attempt, moveContext(world, by))
  if (world.quirks.pending_first) announce(world, payment, attempt)
  if (!means.three_ds) finishAttempt(world, payment, attempt, "approve", means.refusal)
  return attempt
}

/** What the shopper did on the 3-D Secure page, and then what the card's bank says. */
export function finishAttempt(
  world: World,
  payment: Payment,
  attempt: Operation,
  answer: "approve" | "reject",
  refusal: string | null = null,
): Operation {
  const end = refusal === null ? endOf(attempt, answer) : { refusal }
  const shopper = moveContext(world, "shopper")
  const ends = endsOfOrders(world, payment, attempt, end)
  endAttempt(payment, attempt, ends.whole, shopper)
  endOrders(world, payment, attempt, pageOf(payment, attempt), ends.of, shopper)
  if (attempt.status === "success") keepPromises(world, payment, attempt)
  if (attempt.status === "success" || world.quirks.decline_callbacks)
    announce(world, payment, attempt)
  return attempt
}

/** What the first success was asked to leave behind: a saved card, an id for later charges. */
function keepPromises(world: World, payment: Payment, attempt: Operation): void {
  const page = pageOf(payment, attempt)
  const { card } = attempt
  if (!page || !card) return
  const customer = page.customer_external_id
  if (attempt.save_card && customer !== null) {
    world.wallets.keep({ login: payment.login, customer_external_id: customer }, card, world)
    attempt.saved_card = true
  }
  if (page.init_recurrent)
    attempt.recurrent_id = world.recurrents.open(payment, customer, card, world.now()).recurrent_id
}

function endOf(attempt: Operation, answer: "approve" | "reject"): AttemptEnd {
  if (answer === "reject") return { refusal: "3ds_verification_failed" }
  switch (attempt.card?.outcome) {
    case "paid":
      return "paid"
    case "insufficient_funds":
      // Verifying a card charges nothing.
      return attempt.operation === "lookup" ? "paid" : { refusal: "insufficient_funds" }
    case "rejected":
    case undefined:
      return { refusal: "transaction_rejected" }
  }
}

export function confirmPayment(world: World, payment: Payment, wish: Wish, by: Actor): Operation {
  refuseForSeller(world, payment, "confirm")
  const before = payment.operations.length
  const operation = confirm(payment, wish, moveContext(world, by))
  announceFinal(world, payment, operation)
  // The rest of the hold, when the bank let it go by itself.
  for (const more of payment.operations.slice(before))
    if (more !== operation && world.quirks.bank_callbacks) announce(world, payment, more)
  return operation
}

export function cancelPayment(world: World, payment: Payment, wish: Wish, by: Actor): Operation {
  refuseForSeller(world, payment, "cancel")
  const code = payment.kind === "payparts" ? "cancel_successful" : undefined
  const operation = cancel(payment, wish, moveContext(world, by), code)
  announceFinal(world, payment, operation)
  return operation
}

export function refundPayment(world: World, payment: Payment, wish: Wish, by: Actor): Operation {
  refuseForSeller(world, payment, "refund")
  const operation = refund(
    payment,
    wish,
    moveContext(world, by),
    (amount) => isSlowBank(world, payment) || !canRefund(world, payment, amount),
  )
  if (operation.status === "success") {
    spend(world, payment, operation.amount)
    announceFinal(world, payment, operation)
  } else announce(world, payment, operation)
  return operation
}

/** A bank of instalments, or an alternative provider, may tell of a refund later only (a quirk). */
const isSlowBank = (world: World, { kind }: Payment): boolean =>
  (kind === "payparts" && world.quirks.payparts_refund === "later") ||
  (kind === "alternative" && world.quirks.alternative_refund === "later")

const canRefund = (world: World, payment: Payment, amount: Minor): boolean => {
  const balance = world.merchants.find(payment.login)?.balance ?? null
  return balance === null || amount <= balance
}

function spend(world: World, payment: Payment, amount: Minor): void {
  const merchant = world.merchants.find(payment.login)
  if (merchant && merchant.balance !== null) merchant.balance -= amount
}

/** The gateway tries the oldest pending refund again; still pending when money still lacks. */
export function retryRefund(world: World, payment: Payment): Operation {
  const operation = oldestPendingRefund(payment)
  if (!isSlowBank(world, payment) && canRefund(world, payment, operation.amount)) {
    spend(world, payment, operation.amount)
    settleRefund(world, payment, operation, "refund_successful")
  }
  return operation
}

/** The merchant takes the oldest pending refund back. */
export const cancelRefund = (world: World, payment: Payment): Operation =>
  settleRefund(world, payment, oldestPendingRefund(payment), "refund_is_cancelled_by_initiator")

function oldestPendingRefund(payment: Payment): Operation {
  const [operation] = pendingRefunds(payment)
  if (!operation) throw refused("action_not_allowed", "There is no pending refund", payment.id)
  return operation
}

export function settleRefund(
  world: World,
  payment: Payment,
  operation: Operation,
  end: RefundEnd,
): Operation {
  endRefund(operation, end, world.now())
  announce(world, payment, operation)
  return operation
}

export type BankEvent = "hold-cancelled" | "chargeback" | "representment"

/** What the card holder's bank does by itself. */
export function bankEvent(
  world: World,
  payment: Payment,
  event: BankEvent,
  amount: Minor | undefined,
): Operation {
  const bank = moveContext(world, "bank")
  const operation =
    event === "hold-cancelled"
      ? cancel(payment, amount === undefined ? {} : { amount }, bank, "hold_cancelled_by_bank")
      : bankDispute(payment, event, amount, bank)
  if (world.quirks.bank_callbacks) announce(world, payment, operation)
  return operation
}
