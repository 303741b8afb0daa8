import { announceFinal } from "../cashier"
import { refused } from "../gateway-error"
import type { Merchant } from "../merchants"
import type { Minor } from "../money"
import { moveContext } from "../move-context"
import { write } from "../move-rules"
import { openWithCard, type Terms } from "../open-payment"
import { type Actor, type Operation, type Payment, pageOf } from "../payment"
import { endAttempt } from "../payment-attempts"
import type { World } from "../world"
import { askedOf } from "./payment-state"
import type { AlternativeTerms } from "./ways"

/** The create of an alternative payment, and the customer's answer; each ends in its callbacks. */

export type AlternativeAsked = Terms & { alternative: AlternativeTerms }

/** The try that now waits for the customer: a new one, or the one that waits already (a quirk). */
export function askForMoney(world: World, merchant: Merchant, terms: AlternativeAsked): Operation {
  const known = world.payments.find(merchant.login, terms.external_id)
  const asked = known && askedOf(known)
  if (known && asked) {
    const { alternative_create_again: again } = world.quirks
    if (again === "same_try" && isSame(terms, known, asked)) return asked
    if (again === "refused")
      throw refused("order_is_duplicated", "A payment with this external_id exists", known.id)
  }
  const { payment, page } = openWithCard(world, merchant, terms, "direct", null)
  const isPage = terms.alternative.asks === "page"
  const attempt = write(
    payment,
    {
      operation: "payment",
      method: "purchase",
      amount: page.amount,
      currency: page.currency,
      status: "pending",
      status_code: isPage ? "waiting_for_redirect" : "confirmation_required",
      status_description: isPage ? "Waiting for redirect" : "Waiting for the bank's app",
      page_id: page.page_id,
      callback_url: page.callback_url,
    },
    moveContext(world, "api"),
  )
  if (world.quirks.pending_first) announceFinal(world, payment, attempt)
  return attempt
}

function isSame(terms: AlternativeAsked, payment: Payment, asked: Operation): boolean {
  const page = pageOf(payment, asked)
  return (
    page !== undefined &&
    page.expires_at > Date.now() &&
    page.amount === terms.amount &&
    JSON.stringify(page.alternative) === JSON.stringify(terms.alternative)
  )
}

export type CustomerAnswer = {
  answer: "agree" | "refuse" | "time_out"
  /** Of a refusal. */
  code?: string
  by: Actor
  /** Money of another sum than was asked for. */
  amount?: Minor
  currency?: string
}

/** The customer has answered, or time has run out: the payment is final, or refused. */
export function answerPayment(
  world: World,
  payment: Payment,
  attempt: Operation,
  { answer, code, by, amount = attempt.amount, currency = attempt.currency }: CustomerAnswer,
): Operation {
  Object.assign(attempt, { amount, currency })
  const refusal = code ?? REFUSALS[answer]
  const end = answer === "agree" ? ("paid" as const) : { refusal }
  endAttempt(payment, attempt, end, moveContext(world, by))
  if (answer === "agree" && isCredit(payment, attempt))
    attempt.status_code = world.quirks.alternative_contract_code
  if (attempt.status === "success" || world.quirks.decline_callbacks)
    announceFinal(world, payment, attempt)
  return attempt
}

const REFUSALS: Record<CustomerAnswer["answer"], string> = {
  agree: "transaction_successful",
  refuse: "transaction_is_canceled_by_payer",
  time_out: "order_expired",
}

/** Whether the customer signs a contract rather than pays. */
function isCredit(payment: Payment, attempt: Operation): boolean {
  const terms = pageOf(payment, attempt)?.alternative
  return terms?.method === "leasing" || terms?.provider === "santander"
}
