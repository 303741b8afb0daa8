import { Modules } from "@medusajs/framework/utils"
import type { Store } from "../setup/store"

/**
 * What an order's transactions add up to, with two decimals. Medusa keeps a summary beside
 * them, which loses one of two updates of the same moment: not to be asked after such a one.
 */
export async function transacted(
  store: Store,
  order: { id: string },
  reference: "capture" | "refund",
): Promise<string> {
  const transactions = await store.container
    .resolve(Modules.ORDER)
    .listOrderTransactions({ order_id: order.id, reference })
  return transactions.reduce((all, { amount }) => all + Number(amount), 0).toFixed(2)
}
