import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "zod"
import { amountInRow } from "../../core/amount-in-row"
import { held } from "../../core/ledger"
import { type Amount, amountOf, minus, missing, plus, sum } from "../../core/money"
import { paidLedger, storeLedger } from "../../core/store-ledger"

const rows = z.array(z.object({ id: z.string(), amount: amountInRow })).nullish()
const payment = z.object({
  provider_id: z.string(),
  amount: amountInRow,
  currency_code: z.string(),
  canceled_at: z.coerce.date().nullish(),
  captures: rows,
  refunds: rows,
})
const order = z.object({
  currency_code: z.string(),
  summary: z.object({ pending_difference: amountInRow }),
  transactions: z.array(z.object({ reference_id: z.string().nullish() })).nullish(),
  payment_collections: z.array(z.object({ payments: z.array(payment).nullish() })).nullish(),
})

/**
 * What of an order nobody has paid yet: what Medusa calls its pending difference, less what is on hold
 * for it, and less what was captured and stands in no transaction of the order yet: Medusa writes that
 * after the Payment, and a process may end in between. Negative when it was edited to cost less than was paid. Null: there is no such order.
 */
export const outstandingOf = async (
  container: MedusaContainer,
  order_id: string,
): Promise<Amount | null> => {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "order",
    fields: [
      "currency_code",
      "summary.*",
      "transactions.reference_id",
      "payment_collections.payments.provider_id",
      "payment_collections.payments.amount",
      "payment_collections.payments.currency_code",
      "payment_collections.payments.canceled_at",
      "payment_collections.payments.captures.id",
      "payment_collections.payments.captures.amount",
      "payment_collections.payments.refunds.id",
      "payment_collections.payments.refunds.amount",
    ],
    filters: { id: order_id },
  })
  const found = order.safeParse(data[0]).data
  if (!found) return null
  const { currency_code, summary, transactions, payment_collections } = found
  const written = new Set((transactions ?? []).map(({ reference_id }) => reference_id))
  const paid = (payment_collections ?? [])
    .flatMap(({ payments }) => payments ?? [])
    .map((one) => plus(held(paidLedger(one)), keptUnwritten(one, written)))
  return minus(amountOf(summary.pending_difference, currency_code), sum(paid, currency_code))
}

/** What of a Payment is captured and not refunded, as far as the order's transactions do not say so. */
const keptUnwritten = (
  { captures, refunds, ...one }: z.output<typeof payment>,
  written: Set<string | null | undefined>,
): Amount => {
  const isUnwritten = ({ id }: { id: string }) => !written.has(id)
  const { captured, refunded } = storeLedger({
    ...one,
    captures: captures?.filter(isUnwritten),
    refunds: refunds?.filter(isUnwritten),
  })
  return missing(captured, refunded)
}
