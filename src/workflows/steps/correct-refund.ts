import type { BigNumberInput, MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { z } from "zod"
import { type Amount, amountOf, equals, exceeds, isPositive, missing } from "../../payments/money"
import { isRefundSent } from "../../payments/store-ledger"
import { type Books, readBooks } from "./read-books"
import { tell } from "./tell"

export const correctRefundStepId = "rozetkapay-correct-refund"

/**
 * A deferred refund counts as made until RozetkaPay gives it up. Then its row and
 * the order's transaction go, so that the order shows the money as owed again and
 * an admin can refund anew.
 *
 * The books were read gateway first; here the question is the other way round, so
 * they are read once more: rows seen in the first reading against a gateway's book
 * that is newer. A refund that was made in between is not mistaken for a failed one.
 */
export const correctRefundStep = createStep(
  correctRefundStepId,
  async (books: Books | null, { container }) => {
    const planned = books?.actions.find((action) => action.do === "correct_refund")
    if (!books?.payment_id || !planned) return new StepResponse(void 0)

    const { provider_id, external_id } = books.marks
    const rows = await sentRefunds(container, books.payment_id)
    const again = await readBooks(container, { provider_id, external_id })
    const action = again?.actions.find((one) => one.do === "correct_refund")
    if (!again || !action) return new StepResponse(void 0)

    const { currency } = again.situation.gateway
    const wrong = rowsToTakeBack(rows, action.amount, currency)
    await container.resolve(Modules.PAYMENT).deleteRefunds(wrong.map((row) => row.id))
    await takeBackTransactions(
      container,
      wrong.map((row) => row.id),
    )
    await tell(container, again, "rozetkapay.payment.failed", action.amount, "refund_failed")
    return new StepResponse(void 0)
  },
)

/** Medusa's type of a refund leaves its metadata out; the row has it. */
const refundRows = z.array(
  z.object({
    id: z.string(),
    amount: z.custom<BigNumberInput>((value) => value !== null && value !== undefined),
    metadata: z.record(z.string(), z.unknown()).nullish(),
  }),
)

type Row = { id: string; amount: Amount }

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
    }))
}

/** The row of exactly this amount, else the newest ones that fit into it. */
const rowsToTakeBack = (rows: Row[], amount: Amount, currency: string): Row[] => {
  const exact = rows.find((row) => equals(row.amount, amount))
  if (exact) return [exact]
  let left = amountOf(amount, currency)
  return [...rows].reverse().filter((row) => {
    if (!isPositive(left) || exceeds(row.amount, left)) return false
    left = missing(left, row.amount)
    return true
  })
}

const takeBackTransactions = async (container: MedusaContainer, refundIds: string[]) => {
  const orders = container.resolve(Modules.ORDER)
  const transactions = await orders.listOrderTransactions({
    reference: "refund",
    reference_id: refundIds,
  })
  if (transactions.length > 0) {
    await orders.deleteOrderTransactions(transactions.map((transaction) => transaction.id))
  }
}
