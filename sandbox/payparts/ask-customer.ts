import { announceFinal, confirmPayment } from "../cashier"
import { refused } from "../gateway-error"
import type { Merchant } from "../merchants"
import type { Minor } from "../money"
import { moveContext } from "../move-context"
import { write } from "../move-rules"
import { openWithCard, type Terms } from "../open-payment"
import {
  type Actor,
  concludedBy,
  type Operation,
  type Page,
  type Payment,
  type PaypartsTerms,
  pageOf,
} from "../payment"
import { endAttempt } from "../payment-attempts"
import type { World } from "../world"
import { isRejected, stubAnswer } from "./how-banks-ask"
import { isWaiting, waitingOf } from "./order-state"
import { missesProducts, type OrderRefusal } from "./order-terms"

/** The create of an order, and the customer's answer to it; each ends in its callbacks. */

export type OrderTermsAsked = Terms & { payparts: PaypartsTerms }

/** How long the test bank takes to answer by itself. */
const STUB_MS = 50

/** An order that the bank now asks the customer about: the attempt that waits for the answer. */
export function askCustomer(world: World, merchant: Merchant, terms: OrderTermsAsked): Operation {
  const known = world.payments.find(merchant.login, terms.external_id)
  const waiting = known && waitingOf(known)
  if (known && waiting) {
    const { payparts_create_again: again } = world.quirks
    if (again === "same_order" && isSame(terms, pageOf(known, waiting))) return waiting
    if (again === "refused")
      throw refused(
        "simultaneous_open_orders_not_supported_by_bank",
        "Simultaneous open orders are not supported by the bank",
        known.id,
      )
  }
  const { payment, attempt } = openAttempt(world, merchant, terms)
  if (world.quirks.pending_first) announceFinal(world, payment, attempt)
  const answer = stubAnswer(terms.payparts)
  if (answer === null) return attempt
  const end = { answer, by: "bank" as const }
  if (world.quirks.payparts_stub_answers === "at_once") answerOrder(world, payment, attempt, end)
  else {
    const { banks } = world
    banks.thinking += 1
    world.timers.after(STUB_MS, () => {
      // Else a reset has forgotten it meanwhile.
      if (world.payments.find(payment.login, payment.external_id) !== payment) return
      banks.thinking -= 1
      if (isWaiting(payment, attempt)) answerOrder(world, payment, attempt, end)
    })
  }
  return attempt
}

const isSame = ({ amount, payparts: asked }: OrderTermsAsked, page: Page | undefined): boolean =>
  page?.amount === amount &&
  page.payparts?.bank === asked.bank &&
  page.payparts.parts === asked.parts &&
  page.payparts.phone === asked.phone

/** An order that the bank refused at once, where the gateway tells of it as a result (a quirk). */
export function refuseOrder(
  world: World,
  merchant: Merchant,
  terms: OrderTermsAsked,
  { code, message }: OrderRefusal,
): Operation {
  const { payment, attempt } = openAttempt(world, merchant, terms)
  endAttempt(payment, attempt, { refusal: code }, moveContext(world, "bank"))
  attempt.status_description = message
  if (world.quirks.decline_callbacks) announceFinal(world, payment, attempt)
  return attempt
}

function openAttempt(world: World, merchant: Merchant, terms: OrderTermsAsked) {
  const known = world.payments.find(merchant.login, terms.external_id)
  if (
    known &&
    world.quirks.payparts_create_after_decline === "refused" &&
    known.operations.at(-1)?.status === "failure" &&
    !concludedBy(known)
  )
    throw refused("order_is_duplicated", "An order with this external_id exists", known.id)
  const { payment, page } = openWithCard(world, merchant, terms, "direct", null)
  const isPage = terms.payparts.asks === "page"
  const attempt = write(
    payment,
    {
      operation: "payment",
      method: page.confirm ? "purchase" : "auth",
      amount: page.amount,
      currency: page.currency,
      status: "pending",
      status_code: isPage ? "waiting_for_redirect" : "pending",
      status_description: isPage ? "Waiting for redirect" : "Waiting for the customer",
      page_id: page.page_id,
      callback_url: page.callback_url,
    },
    moveContext(world, "api"),
  )
  return { payment, attempt }
}

export type CustomerAnswer = {
  /** reject = the bank's own no. */
  answer: "agree" | "refuse" | "reject"
  /** Of a refusal. */
  code?: string
  by: Actor
  /** A contract over something else than was asked for. */
  amount?: Minor
  currency?: string
}

/** The customer (or the bank) has answered: the order is held, final, or refused. */
export function answerOrder(
  world: World,
  payment: Payment,
  attempt: Operation,
  end: CustomerAnswer,
): Operation {
  const { amount = attempt.amount, currency = attempt.currency, by } = end
  const page = pageOf(payment, attempt)
  const refusal = refusalBy(end, payment, page)
  if (page?.confirm && world.quirks.payparts_auto_confirm === "own_operation")
    attempt.method = "auth"
  Object.assign(attempt, { amount, currency })
  endAttempt(payment, attempt, refusal === null ? "paid" : { refusal }, moveContext(world, by))
  if (refusal === null) signed(attempt)
  if (refusal === null || world.quirks.decline_callbacks) announceFinal(world, payment, attempt)
  if (refusal === null && page?.confirm && attempt.method === "auth")
    confirmPayment(world, payment, {}, "bank")
  return attempt
}

function signed(attempt: Operation): void {
  const isHeld = attempt.method === "auth"
  attempt.status_code = isHeld ? "contract_was_signed_on_client_side" : "transaction_successful"
  attempt.status_description = isHeld
    ? "The contract was signed on the client side"
    : "Transaction successful"
}

function refusalBy(
  { answer, code }: CustomerAnswer,
  payment: Payment,
  page: Page | undefined,
): string | null {
  switch (answer) {
    case "agree":
      if (page?.payparts && isRejected(page.payparts)) return "transaction_rejected"
      return page?.payparts && missesProducts(page.payparts.bank, payment.request)
        ? "failed_to_create_transaction"
        : null
    case "refuse":
      return code ?? "transaction_is_canceled_by_payer"
    case "reject":
      return code ?? "transaction_rejected"
  }
}
