import type { MedusaContainer } from "@medusajs/framework/types"
import { ChangeActionType, ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { refundPaymentWorkflow } from "@medusajs/medusa/core-flows"
import { type Amount, equals } from "../core/money"
import { errorMessage } from "../log/error-message"
import { readOrderTransactions, repairTransactions } from "../medusa-repairs/order-transactions"
import type { RefundOf, WrittenBy } from "../sync/store"

/**
 * Refunds through Medusa's own workflow, so that the order's totals are right.
 *
 * That workflow refunds first and changes the order afterwards, which it can't for
 * a cancelled order or during an order edit. The money has moved by then: what the
 * core takes back of its own writing is written again here.
 *
 * `created_by` is the caller's name, by which its row is told from an admin's of the same moment.
 *
 * @throws when the refund itself was not made.
 */
export const refundOrderPayment = async (
  container: MedusaContainer,
  { payment_id, order_id, currency }: RefundOf,
  amount: Amount,
  { created_by, ...written }: WrittenBy,
): Promise<void> => {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  // Medusa's type of a refund's input leaves the metadata out; the row gets them.
  const input = { payment_id, amount, created_by, ...written }
  if (!order_id) {
    await container.resolve(Modules.PAYMENT).refundPayment(input)
    logger.info(`rozetkapay: refunded a payment without an order payment_id=${payment_id}`)
    return
  }
  const of = { payment_id, order_id, currency }
  const before = new Set((await readOrderTransactions(container, of)).movements.map(({ id }) => id))
  try {
    await refundPaymentWorkflow(container).run({ input })
  } catch (error) {
    const made = (await readOrderTransactions(container, of)).movements.find(
      (one) =>
        !before.has(one.id) &&
        one.createdBy === created_by &&
        one.isSent &&
        equals(one.amount, amount),
    )
    if (!made) throw error
    await repairTransactions(container, of, made)
    await lowerTotal(container, order_id, payment_id, amount).catch((problem: unknown) =>
      logger.warn(
        `rozetkapay: ${amount} ${currency} of order ${order_id} went back, but its total can't be lowered now: ${errorMessage(problem)}`,
      ),
    )
  }
}

/** A credit line, as the core writes one for a refund of an order that has not been cancelled. */
const lowerTotal = async (
  container: MedusaContainer,
  order_id: string,
  payment_id: string,
  amount: Amount,
) => {
  const orders = container.resolve(Modules.ORDER)
  const change = await orders.createOrderChange({
    order_id,
    change_type: "credit_line",
    actions: [
      {
        order_id,
        action: ChangeActionType.CREDIT_LINE_ADD,
        reference: "payment",
        reference_id: payment_id,
        amount,
      },
    ],
  })
  await orders.confirmOrderChange(change.id)
}
