import { z } from "zod"
import { maskOf } from "../cards"
import { invalidBody } from "../gateway-error"
import { toDecimal } from "../money"
import { paidBy } from "../payment"
import { dayOf, type Payout } from "../payouts"
import { paypartsOf } from "../payparts/order-state"
import { payoutsReportShape, readRequest } from "../request-shapes"
import { type ApiEndpoint, ok } from "./endpoint"
import { mayReach } from "./known-payment"

/** POST /api/reports/v1/payments: what was paid out to the login on those days (UTC). */
export const paymentsReport: ApiEndpoint = {
  name: "payments_report",
  method: "post",
  path: "/api/reports/v1/payments",
  answer(call) {
    const { world, merchant, body } = call
    const { date_from, date_to, fields = [] } = readRequest(payoutsReportShape, body)
    if (date_to < date_from) throw invalidBody("date_to", "date_to is before date_from")
    const payments = world.payments
      .list(merchant.login)
      .filter((payment) => mayReach(call, payment))
      .flatMap((payment) => world.payouts.of(payment, dayOf(Date.now())) ?? [])
      .filter(({ day }) => day >= date_from && day <= date_to)
      .sort((a, b) => a.day.localeCompare(b.day))
      .map(row)
      .map((one) => only(one, fields))
    return ok({ payments })
  },
}

/** All of them when none is named. */
const only = (row: Record<string, string | number>, fields: string[]) =>
  fields.length === 0
    ? row
    : Object.fromEntries(Object.entries(row).filter(([name]) => fields.includes(name)))

const person = z
  .looseObject({
    email: z.string().catch(""),
    first_name: z.string().catch(""),
    last_name: z.string().catch(""),
    patronym: z.string().catch(""),
  })
  .catch({ email: "", first_name: "", last_name: "", patronym: "" })

function row({ payment, ...payout }: Payout): Record<string, string | number> {
  const { currency, request } = payment
  const paid = paidBy(payment)
  const instalments = paypartsOf(payment)
  const customer = person.parse(request.customer)
  return {
    amount: toDecimal(payout.amount, currency),
    card_pan: paid?.card ? maskOf(paid.card) : "",
    currency,
    description: typeof request.description === "string" ? request.description : "",
    external_id: payment.external_id,
    unified_external_id: "",
    internal_commission: toDecimal(payout.commission, currency),
    payer_external_fee: toDecimal(0n, currency),
    payment_id: payment.id,
    payment_method: instalments ? "payparts" : "card",
    payment_pay_parts: instalments?.parts ?? 0,
    payment_system: paid?.card?.system ?? "",
    payment_type: "purchase",
    payout_amount: toDecimal(payout.paid_out, currency),
    payout_date: payout.day,
    processing_date: payout.processed_at,
    project_name: payment.login,
    client_email: customer.email,
    client_first_name: customer.first_name,
    client_last_name: customer.last_name,
    client_patronym: customer.patronym,
  }
}
