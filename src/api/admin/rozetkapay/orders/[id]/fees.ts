import type { PaymentOfOrder } from "../../../../../admin-client/order-payments"
import { type Amount, plus } from "../../../../../core/money"
import { amountIn } from "../../../../../core/stated-amount"
import type { GatewayOperation } from "./match-movements"

/**
 * What the merchant pays to RozetkaPay for a payment: for its captures where these have a fee, else for the
 * payment itself, and for its refunds where these have one. None: RozetkaPay does not say, or not of each of
 * them, and a part of it would be taken for all. Pure.
 */
export const feesOf = (
  operations: GatewayOperation[],
  currency: string,
): PaymentOfOrder["fees"] => {
  const made = operations.filter(({ status }) => status === "success")
  const charged = (kind: GatewayOperation["operation"]) => {
    const own = made.filter(({ operation }) => operation === kind)
    return own.some(({ fee }) => fee !== null) ? own : []
  }
  const captured = charged("capture")
  const counting = [...(captured.length > 0 ? captured : charged("payment")), ...charged("refund")]
  const totals = new Map<string, Amount>()
  for (const { fee, feeCurrency } of counting) {
    const of = feeCurrency ?? currency
    const amount = amountIn({ amount: fee, currency: of }, currency)
    if (amount === null) return []
    const known = totals.get(of)
    totals.set(of, known ? plus(known, amount) : amount)
  }
  return [...totals].map(([of, amount]) => ({ amount, currency_code: of.toLowerCase() }))
}
