import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MathBN, Modules } from "@medusajs/framework/utils"
import { z } from "zod"
import { amountInRow } from "../core/amount-in-row"
import { type Amount, amountOf, equals, exceeds, isPositive, minus, zero } from "../core/money"
import { errorMessage } from "../log/error-message"
import { deleteTransactions } from "./order-transactions"
import { writeCreditLine } from "./write-credit-line"

/*
 * A refund that Medusa made and that has failed since: Medusa takes back its row and its transaction, and
 * knows no way back for what else its workflow wrote. The order's total stays lower by a credit line, so
 * that the order owes the shopper what it has just been paid; its collection stays refunded in part.
 */

/** The reference of the credit line that takes another one back; its id is the refund's. */
const UNDONE = "rozetkapay_refund_failed"

const refundRows = z
  .array(z.object({ id: z.string(), amount: amountInRow, created_at: z.coerce.date() }))
  .nullish()
const orderShape = z.object({
  summary: z.object({ pending_difference: amountInRow }),
  credit_lines: z
    .array(
      z.object({
        amount: amountInRow,
        created_at: z.coerce.date(),
        reference: z.string().nullish(),
        reference_id: z.string().nullish(),
      }),
    )
    .nullish(),
  payment_collections: z
    .array(z.object({ payments: z.array(z.object({ refunds: refundRows })).nullish() }))
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

/** Milliseconds. Longer than a refund may take from its row to its credit line. */
const WRITTEN_WITHIN = 120_000

const mayBeOf = (line: CreditLine, refund: FailedRefund): boolean =>
  line.writtenAt >= refund.writtenAt &&
  line.writtenAt <= refund.writtenAt + WRITTEN_WITHIN &&
  !exceeds(line.amount, refund.amount)

/**
 * What a refund has taken off its order's total. Medusa writes it after the refund, without the
 * refund's name, and for less than the refund, or not at all, when the order owed a part of it anyway:
 * so another refund's of the same minute may look just like it. Pure.
 *
 * @param others the order's other refunds
 * @returns null when it can't be told whose a line is.
 */
export const creditOfRefund = (
  lines: CreditLine[],
  refund: FailedRefund,
  others: FailedRefund[],
  currency: string,
): Amount | null => {
  const none = zero(currency)
  const backs = lines.filter(({ reference }) => reference === UNDONE)
  const isUndone = ({ id }: FailedRefund) => backs.some(({ reference_id }) => reference_id === id)
  if (isUndone(refund)) return none
  const refunds = [refund, ...others.filter((one) => !isUndone(one))]
  let left = lines
    .filter(({ amount }) => isPositive(amount))
    .map((line) => ({ line, writers: refunds.filter((one) => mayBeOf(line, one)) }))
  for (const back of backs) {
    const [undone] = left
      .filter(({ line }) => equals(line.amount, minus(none, back.amount)))
      .sort((a, b) => a.writers.length - b.writers.length)
    left = left.filter((one) => one !== undone)
  }
  // Each refund writes one at most: a line that only one can have written is that one's, and no other is.
  for (;;) {
    const sure = left.find(({ writers }) => writers.length === 1)
    const [writer] = sure?.writers ?? []
    if (!sure || !writer) break
    if (writer === refund) return sure.line.amount
    left = left
      .filter((one) => one !== sure)
      .map(({ line, writers }) => ({ line, writers: writers.filter((one) => one !== writer) }))
  }
  const own = left.filter(({ writers }) => writers.includes(refund)).map(({ line }) => line.amount)
  const [first] = own
  if (first === undefined) return none
  const writers = new Set(left.flatMap((one) => (one.writers.includes(refund) ? one.writers : [])))
  // As many lines as refunds, and all alike: then each has written one.
  return own.length === writers.size && own.every((one) => equals(one, first)) ? first : null
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
    fields: ["summary.*", "credit_lines.*", "payment_collections.payments.refunds.*"],
    filters: { id: order_id },
  })
  const order = orderShape.parse(data[0])
  const lines = (order.credit_lines ?? []).map((one) => ({
    amount: amountOf(one.amount, currency),
    writtenAt: one.created_at.getTime(),
    reference: one.reference ?? null,
    reference_id: one.reference_id ?? null,
  }))
  const others = (order.payment_collections ?? [])
    .flatMap(({ payments }) => payments ?? [])
    .flatMap(({ refunds }) => refunds ?? [])
    .filter(({ id }) => id !== refund.id)
    .map(({ id, amount, created_at }) => ({
      id,
      amount: amountOf(amount, currency),
      writtenAt: created_at.getTime(),
    }))
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const credit = creditOfRefund(lines, refund, others, currency)
  if (credit === null) {
    logger.warn(
      `rozetkapay: a refund of ${refund.amount} ${currency} of order ${order_id} failed, and it can't be told which of the order's credit lines was its own, so the order's total stays as it is; please compare it by hand`,
    )
    return
  }
  const owed = minus(zero(currency), amountOf(order.summary.pending_difference, currency))
  if (!isPositive(credit) || exceeds(credit, owed)) return
  const line = {
    amount: MathBN.mult(credit, -1),
    reference: UNDONE,
    reference_id: refund.id,
  }
  await writeCreditLine(container, order_id, line).catch((error: unknown) =>
    logger.warn(
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
