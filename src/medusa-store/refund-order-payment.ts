import { randomUUID } from "node:crypto"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ChangeActionType, ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { refundPaymentWorkflow } from "@medusajs/medusa/core-flows"
import type { Amount } from "../core/money"
import { CALL_KEY, refundOfCall } from "../core/movement-row"
import { codeOf } from "../errors"
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
 * Its row is found by a mark of this call alone: another refund of the same sum, by the same user and in the
 * same moment, is not taken for it.
 *
 * @throws when the refund itself was not made.
 */
export const refundOrderPayment = async (
  container: MedusaContainer,
  { payment_id, order_id, currency }: RefundOf,
  amount: Amount,
  written: WrittenBy,
): Promise<void> => {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  // Medusa's type of a refund's input leaves the metadata out; the row gets them.
  const call = randomUUID()
  const metadata = { ...written.metadata, [CALL_KEY]: call }
  const input = { payment_id, amount, ...written, metadata }
  if (!order_id) {
    await container.resolve(Modules.PAYMENT).refundPayment(input)
    logger.info(`rozetkapay: refunded a payment without an order payment_id=${payment_id}`)
    return
  }
  const of = { payment_id, order_id, currency }
  try {
    await refundPaymentWorkflow(container).run({ input })
  } catch (error) {
    // The hook's own refusal, and so of a row that is gone.
    if (codeOf(error)) throw error
    const { movements } = await readOrderTransactions(container, of)
    const made = refundOfCall(movements, call)
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
