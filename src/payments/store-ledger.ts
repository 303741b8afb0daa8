import type { BigNumberInput } from "@medusajs/framework/types"
import { emptyLedger, type Ledger } from "./ledger"
import { amountOf, currencyCode, missing, sum } from "./money"

/** The rows of Medusa's payment module that make up its book of one payment. */
export type StorePayment = {
  amount: BigNumberInput
  currency_code: string
  canceled_at?: string | Date | null
  captures?: { amount: BigNumberInput; raw_amount?: unknown }[] | null
  refunds?: { amount: BigNumberInput; raw_amount?: unknown }[] | null
}

/** Medusa's rows as a ledger. A canceled payment has released all that it had not captured. */
export const storeLedger = (payment: StorePayment): Ledger => {
  const currency = currencyCode(payment.currency_code)
  const total = (rows: { amount: BigNumberInput }[] | null | undefined) =>
    sum(
      (rows ?? []).map((row) => amountOf(row.amount, currency)),
      currency,
    )
  const authorized = amountOf(payment.amount, currency)
  const taken = total(payment.captures)
  const { released: nothing } = emptyLedger(currency)
  return {
    currency,
    authorized,
    taken,
    released: payment.canceled_at ? missing(authorized, taken) : nothing,
    returned: total(payment.refunds),
  }
}
