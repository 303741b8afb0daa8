import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { z } from "zod"
import { currencyCode } from "../core/money"
import { isRightOrder, repairOrder } from "../medusa-repairs/repair-order"
import { readSessionData } from "../provider/session-data"
import { aloneByLease } from "./lease"
import { purchaseKeyOfCollection } from "./purchase-lease"

const link = z.object({ order_id: z.string() })

/**
 * A capture or refund through Medusa has come to its end. Two of the same moment may have left the
 * order's transactions or its summary wrong, and the core writes them last: RozetkaPay's callbacks
 * may have been synced before. Payments of other providers are left alone.
 *
 * @throws when syncing holds the payment for longer than 30 s: it ends with the same look.
 */
export const repairMovedPayment = async (
  container: MedusaContainer,
  payment_id: string,
): Promise<void> => {
  const payments = container.resolve(Modules.PAYMENT)
  const [payment] = await payments.listPayments({ id: payment_id })
  const own = readSessionData(payment?.data)
  if (!payment || !own) return
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "order_payment_collection",
    fields: ["order_id"],
    filters: { payment_collection_id: payment.payment_collection_id },
  })
  const order = link.optional().parse(data[0])
  if (!order) return

  const of = { payment_id, order_id: order.order_id, currency: currencyCode(payment.currency_code) }
  if (await isRightOrder(container, of)) return
  const locking = container.resolve(Modules.LOCKING)
  const key = await purchaseKeyOfCollection(container, payment.payment_collection_id)
  await aloneByLease(locking, key, () => repairOrder(container, of))
}
