import { callbackUrlOf, writeLetter } from "../cashier"
import { type ApiAnswer, ok } from "../endpoints/endpoint"
import { GatewayError, invalidBody } from "../gateway-error"
import { hostedPageOf, type Payment } from "../payment"
import type { World } from "../world"
import { requirePos } from "./access"
import type { LegacyCall } from "./legacy-call"
import { invoiceOf, type Json, transactionOf } from "./transaction-answer"

/** GET /api/v1/pos/:pos_id/orders/:order_id: an order that is not known has no transactions. */
export function orderTransactions({ world, merchant, params }: LegacyCall): ApiAnswer {
  requirePos(merchant, params.pos_id ?? "")
  const payment = world.info.find(merchant.login, params.order_id ?? "")
  return { status: 200, body: payment ? transactionsOf(world, payment) : [] }
}

/** GET /api/v1/pos/:pos_id/transactions?startDate=&enddate=, in seconds, both included. */
export function transactionsForPeriod(call: LegacyCall): ApiAnswer {
  const { world, merchant, params, query } = call
  requirePos(merchant, params.pos_id ?? "")
  const from = secondsOf(query.startDate, "startDate")
  const to = secondsOf(query.enddate, "enddate")
  const body = world.payments
    .list(merchant.login)
    .flatMap((payment) => transactionsOf(world, payment))
    .filter(({ created_at }) => {
      const at = Math.floor(Date.parse(`${created_at}Z`) / 1000)
      return at >= from && at <= to
    })
    .sort((a, b) => String(a.created_at).localeCompare(String(b.created_at)))
  return { status: 200, body }
}

function secondsOf(value: unknown, param: string): number {
  if (typeof value !== "string" || !/^\d{1,10}$/.test(value))
    throw invalidBody(param, `${param} must be a UNIX timestamp in seconds`)
  return Number(value)
}

/**
 * GET /api/v1/pos/:pos_id/orders/:order_id/:operation: the latest of that method. With
 * `?callback=true` its webhook is sent once more.
 */
export function operationInfo(call: LegacyCall): ApiAnswer {
  const { world, merchant, params, query } = call
  requirePos(merchant, params.pos_id ?? "")
  const payment = world.payments.find(merchant.login, params.order_id ?? "")
  const latest = payment && transactionsOf(world, payment).filter(isOf(params.operation)).at(-1)
  if (!latest)
    throw new GatewayError({ code: "transaction_not_found", message: "Payment not found" })
  if (query.callback === "true") resend(world, payment, params.operation)
  return ok(latest)
}

const isOf =
  (method: string | undefined) =>
  (one: { method?: unknown }): boolean =>
    one.method === method

function resend(world: World, payment: Payment, method: string | undefined): void {
  const operation = payment.operations.filter(isOf(method)).at(-1)
  const url = operation ? callbackUrlOf(world, payment, operation) : null
  const letter = operation && writeLetter(world, payment, operation, url)
  if (letter) world.desk.post(letter)
}

function transactionsOf(world: World, payment: Payment): Json[] {
  const page = hostedPageOf(payment)
  if (payment.operations.length === 0)
    return page && world.quirks.legacy_unpaid === "init" ? [invoiceOf(payment, page)] : []
  return payment.operations
    .map((operation) => transactionOf(world, payment, operation, "answer"))
    .filter((transaction) => transaction !== null)
}
