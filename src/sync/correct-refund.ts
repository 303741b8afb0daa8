import type { BigNumberInput, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { z } from "zod"
import { type Amount, amountOf, equals, exceeds, isPositive, missing } from "../core/money"
import { isRefundSent } from "../core/store-ledger"
import { lowerRefunded, raiseTotal } from "../medusa-repairs/failed-refund"
import { deleteTransactions } from "../medusa-repairs/order-transactions"
import { emitEvent } from "./emit-event"
import { readSnapshot, type Try } from "./snapshot"

/** A payment with more refunds than this is nobody's; the search below doubles with each. */
const MOST_ROWS = 16

/**
 * A deferred refund counts as made until RozetkaPay gives it up; so does a chargeback until it is won.
 * Then its row and all that Medusa made of it go, so that the order is paid as before and an admin can
 * refund anew.
 *
 * The ledgers were read gateway first; here the question is the other way round, so
 * they are read once more: rows seen in the first reading against a gateway's ledger
 * that is newer. A refund that was made in between is not mistaken for a failed one.
 */
export const correctRefund = async (container: MedusaContainer, tried: Try): Promise<void> => {
  if (!tried.payment_id) return
  const { provider_id, external_id } = tried.terms
  const rows = await sentRefunds(container, tried.payment_id)
  const again = (await readSnapshot(container, { provider_id, external_id }))?.own
  const action = again?.actions.find((one) => one.do === "correct_refund")
  if (!again || !action) return

  const wrong = rowsToTakeBack(rows.slice(-MOST_ROWS), action.amount)
  if (wrong.length === 0) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(
        `rozetkapay: refunds of ${action.amount} failed at RozetkaPay but no refunds of the store add up to it; please compare payment ${tried.payment_id} by hand`,
      )
    return
  }
  const ids = wrong.map((row) => row.id)
  const { order_id, payment_collection_id } = tried
  await takeBackTransactions(container, order_id, ids)
  if (order_id) {
    const { currency } = again.situation.gateway
    for (const row of wrong) await raiseTotal(container, order_id, row, currency)
  }
  if (payment_collection_id) await lowerRefunded(container, payment_collection_id, ids)
  // The rows last: for as long as they are there, whatever was interrupted is done once more.
  await container.resolve(Modules.PAYMENT).deleteRefunds(ids)
  await emitEvent(container, again, "rozetkapay.payment.failed", action.amount, "refund_failed")
}

/** Medusa's type of a refund leaves its metadata out; the row has it. */
const refundRows = z.array(
  z.object({
    id: z.string(),
    amount: z.custom<BigNumberInput>((value) => value !== null && value !== undefined),
    created_at: z.coerce.date(),
    metadata: z.record(z.string(), z.unknown()).nullish(),
  }),
)

type Row = { id: string; amount: Amount; writtenAt: number }

const sentRefunds = async (container: MedusaContainer, payment_id: string) => {
  const payment = await container
    .resolve(Modules.PAYMENT)
    .retrievePayment(payment_id, { relations: ["refunds"] })
  return refundRows
    .parse(payment.refunds)
    .filter(isRefundSent)
    .map((row) => ({
      id: row.id,
      amount: amountOf(row.amount, payment.currency_code),
      writtenAt: row.created_at.getTime(),
    }))
}

/**
 * The refunds that add up to exactly this amount, newest first. Empty when none
 * do: then no row is surely wrong, and none is touched.
 */
export const rowsToTakeBack = <One extends Pick<Row, "id" | "amount">>(
  rows: One[],
  amount: Amount,
): One[] => {
  if (!isPositive(amount)) return []
  for (const [index, row] of [...rows].reverse().entries()) {
    if (equals(row.amount, amount)) return [row]
    if (exceeds(row.amount, amount)) continue
    const older = rows.slice(0, rows.length - 1 - index)
    const others = rowsToTakeBack(older, missing(amount, row.amount))
    if (others.length > 0) return [row, ...others]
  }
  return []
}

const takeBackTransactions = async (
  container: MedusaContainer,
  order_id: string | null,
  refundIds: string[],
) => {
  if (!order_id) return
  const transactions = await container
    .resolve(Modules.ORDER)
    .listOrderTransactions({ order_id, reference: "refund", reference_id: refundIds })
  await deleteTransactions(
    container,
    order_id,
    transactions.map(({ id }) => id),
  )
}
