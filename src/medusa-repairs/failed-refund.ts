import type { BigNumberInput, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MathBN, Modules } from "@medusajs/framework/utils"
import { createOrderCreditLinesWorkflow } from "@medusajs/medusa/core-flows"
import { z } from "zod"
import { type Amount, amountOf, equals, exceeds, isPositive, minus, zero } from "../core/money"
import { errorMessage } from "../log/error-message"
import { deleteTransactions } from "./order-transactions"

/*
 * A refund that Medusa made and that has failed since: Medusa takes back its row and its transaction, and
 * knows no way back for what else its workflow wrote. The order's total stays lower by a credit line, so
 * that the order owes the shopper what it has just been paid; its collection stays refunded in part.
 */

/** The reference of the credit line that takes another one back; its id is the refund's. */
const UNDONE = "rozetkapay_refund_failed"

const money = z.custom<BigNumberInput>((value) => value !== null && value !== undefined)
const orderShape = z.object({
  summary: z.object({ pending_difference: money }),
  credit_lines: z
    .array(
      z.object({
        amount: money,
        created_at: z.coerce.date(),
        reference: z.string().nullish(),
        reference_id: z.string().nullish(),
      }),
    )
    .nullish(),
})

/** A credit line of an order; a negative one takes back what another took off the total. */
export type CreditLine = {
  amount: Amount
  /** Milliseconds since 1970. */
  writtenAt: number
  reference: string | null
  reference_id: string | null
}

export type FailedRefund = { id: string; amount: Amount; writtenAt: number }

/**
 * What a refund has taken off its order's total. Medusa writes it right after the refund, without the
 * refund's name, and for less than the refund when the order owed a part of it anyway. Pure.
 */
export const creditOfRefund = (
  lines: CreditLine[],
  refund: FailedRefund,
  currency: string,
): Amount => {
  const none = zero(currency)
  const backs = lines.filter(({ reference }) => reference === UNDONE)
  if (backs.some(({ reference_id }) => reference_id === refund.id)) return none
  const after = lines
    .filter((one) => isPositive(one.amount) && one.writtenAt >= refund.writtenAt)
    .sort((a, b) => a.writtenAt - b.writtenAt)
  for (const back of backs) {
    const at = after.findIndex(({ amount }) => equals(amount, minus(none, back.amount)))
    if (at >= 0) after.splice(at, 1)
  }
  const own =
    after.find(({ amount }) => equals(amount, refund.amount)) ??
    after.find(({ amount }) => !exceeds(amount, refund.amount))
  return own?.amount ?? none
}

/** What Medusa made of these refunds goes, and then their rows: for as long as they are there, whatever was interrupted is done once more. */
export const takeBackRefunds = async (
  container: MedusaContainer,
  { order_id, collection_id, currency }: RefundsOf,
  refunds: FailedRefund[],
): Promise<void> => {
  const ids = refunds.map(({ id }) => id)
  if (order_id) {
    await takeBackTransactions(container, order_id, ids)
    for (const refund of refunds) await raiseTotal(container, order_id, refund, currency)
  }
  if (collection_id) await lowerRefunded(container, collection_id, ids)
  await container.resolve(Modules.PAYMENT).deleteRefunds(ids)
}

type RefundsOf = { order_id: string | null; collection_id: string | null; currency: string }

const takeBackTransactions = async (
  container: MedusaContainer,
  order_id: string,
  refundIds: string[],
) => {
  const transactions = await container
    .resolve(Modules.ORDER)
    .listOrderTransactions({ order_id, reference: "refund", reference_id: refundIds })
  await deleteTransactions(
    container,
    order_id,
    transactions.map(({ id }) => id),
  )
}

/** Gives the order the total back that it had before the refund, as far as it is owed for it now. */
const raiseTotal = async (
  container: MedusaContainer,
  order_id: string,
  refund: FailedRefund,
  currency: string,
): Promise<void> => {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "order",
    fields: ["summary.*", "credit_lines.*"],
    filters: { id: order_id },
  })
  const order = orderShape.parse(data[0])
  const lines = (order.credit_lines ?? []).map((one) => ({
    amount: amountOf(one.amount, currency),
    writtenAt: one.created_at.getTime(),
    reference: one.reference ?? null,
    reference_id: one.reference_id ?? null,
  }))
  const credit = creditOfRefund(lines, refund, currency)
  const owed = minus(zero(currency), amountOf(order.summary.pending_difference, currency))
  if (!isPositive(credit) || exceeds(credit, owed)) return
  const line = {
    amount: MathBN.mult(credit, -1),
    reference: UNDONE,
    reference_id: refund.id,
  }
  await createOrderCreditLinesWorkflow(container)
    .run({ input: { id: order_id, credit_lines: [line] } })
    .catch((error: unknown) =>
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .warn(
          `rozetkapay: a refund of ${refund.amount} ${currency} of order ${order_id} failed, but the order's total can't be raised again now: ${errorMessage(error)}`,
        ),
    )
}

/** What Medusa shows a collection, and by it its order, to be refunded: without the refunds that failed. */
const lowerRefunded = async (
  container: MedusaContainer,
  collectionId: string,
  failed: string[],
): Promise<void> => {
  const payments = container.resolve(Modules.PAYMENT)
  const [collection] = await payments.listPaymentCollections(
    { id: collectionId },
    { relations: ["payments.refunds"] },
  )
  if (!collection) return
  const amounts = (collection.payments ?? [])
    .flatMap(({ refunds }) => refunds ?? [])
    .flatMap(({ id, amount }) => (failed.includes(id) ? [] : [MathBN.convert(amount)]))
  // Medusa's type leaves the sum out; its module keeps it.
  const { currency_code } = collection
  const written = { currency_code, refunded_amount: MathBN.sum(0, ...amounts) }
  await payments.updatePaymentCollections(collectionId, written)
}
