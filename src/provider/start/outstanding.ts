import type { BigNumberInput, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "zod"
import { held } from "../../core/ledger"
import { type Amount, amountOf, minus, sum } from "../../core/money"
import { storeLedger } from "../../core/store-ledger"

const money = z.custom<BigNumberInput>((value) => value !== null && value !== undefined)
const rows = z.array(z.object({ amount: money })).nullish()
const order = z.object({
  currency_code: z.string(),
  summary: z.object({ pending_difference: money }),
  payment_collections: z
    .array(
      z.object({
        payments: z
          .array(
            z.object({
              amount: money,
              currency_code: z.string(),
              canceled_at: z.coerce.date().nullish(),
              captures: rows,
              refunds: rows,
            }),
          )
          .nullish(),
      }),
    )
    .nullish(),
})

/**
 * What of an order nobody has paid yet: what Medusa calls its pending difference, less what is on hold
 * for it. Negative when it was edited to cost less than was paid. Null: there is no such order.
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
      "payment_collections.payments.amount",
      "payment_collections.payments.currency_code",
      "payment_collections.payments.canceled_at",
      "payment_collections.payments.captures.amount",
      "payment_collections.payments.refunds.amount",
    ],
    filters: { id: order_id },
  })
  const found = order.safeParse(data[0]).data
  if (!found) return null
  const { currency_code, summary, payment_collections } = found
  const holds = (payment_collections ?? [])
    .flatMap(({ payments }) => payments ?? [])
    .map((payment) => held(storeLedger(payment)))
  return minus(amountOf(summary.pending_difference, currency_code), sum(holds, currency_code))
}
