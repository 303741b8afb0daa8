import { announceFinal } from "../cashier"
import { refused } from "../gateway-error"
import { asked, paidLedger, repeated, requireCurrency, type Wish, write } from "../move-rules"
import type { Operation, Payment } from "../payment"
import type { World } from "../world"

/**
 * Pays out to a recipient what a payment has taken. The document does not say of what; here it is of
 * what was taken and neither refunded nor paid out before.
 */
export function creditPayment(world: World, payment: Payment, wish: Wish): Operation {
  const context = { by: "api", quirks: world.quirks, now: world.now() } as const
  const { captured, refunded, refunding } = paidLedger(payment, context)
  const left = captured - refunded - refunding
  requireCurrency(payment, wish)
  if (captured === 0n)
    throw refused("action_not_allowed", "Nothing was taken that could be paid out", payment.id)
  if (left <= 0n) throw repeated(payment, context)
  const amount = wish.amount ?? left
  if (amount > left) throw refused("wrong_amount", "More than is left", payment.id, "amount")
  const operation = write(
    payment,
    {
      operation: "credit",
      method: "credit",
      amount,
      status: "success",
      status_code: "transaction_successful",
      ...asked(wish),
    },
    context,
  )
  announceFinal(world, payment, operation)
  return operation
}
