import type { BigNumberInput, MedusaContainer } from "@medusajs/framework/types"
import { ChangeActionType, Modules, OrderChangeType } from "@medusajs/framework/utils"

export type WrittenCreditLine = {
  /** Off the order's total; a negative one raises it. */
  amount: BigNumberInput
  reference: string
  reference_id: string
}

/**
 * Changes an order's total by a credit line, as Medusa's workflow of credit lines does, but past its
 * hook: Medusa's loyalty plugin reads a negative line there as store credit that the customer is to be
 * given, and refuses one for a guest. Whether the order owes so much, the caller has looked.
 */
export const writeCreditLine = async (
  container: MedusaContainer,
  order_id: string,
  line: WrittenCreditLine,
): Promise<void> => {
  const orders = container.resolve(Modules.ORDER)
  const { id, version } = await orders.createOrderChange({
    order_id,
    change_type: OrderChangeType.CREDIT_LINE,
  })
  try {
    const action = ChangeActionType.CREDIT_LINE_ADD
    await orders.addOrderAction({ order_change_id: id, order_id, version, action, ...line })
    await orders.confirmOrderChange(id)
  } catch (error) {
    // Left open, it would keep staff from every other change of the order.
    await orders.deleteOrderChanges(id)
    throw error
  }
}
