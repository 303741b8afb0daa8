import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "zod"
import { readSessionData } from "../provider/session-data"
import { syncPaymentWorkflow } from "./sync-payment"

const order = z.object({
  payment_collections: z
    .array(
      z.object({
        payments: z
          .array(z.object({ data: z.record(z.string(), z.unknown()).nullish() }))
          .nullish(),
      }),
    )
    .nullish(),
})

/** Syncs every payment of an order that was made through this plugin. Others are left alone. */
export const syncPaymentsOfOrder = async (
  container: MedusaContainer,
  orderId: string,
): Promise<void> => {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: ["payment_collections.payments.data"],
    filters: { id: orderId },
  })
  const collections = order.nullish().parse(data[0])?.payment_collections ?? []
  for (const payment of collections.flatMap((collection) => collection.payments ?? [])) {
    const own = readSessionData(payment.data ?? undefined)
    if (!own) continue
    const { provider_id, external_id } = own
    await syncPaymentWorkflow(container).run({ input: { provider_id, external_id } })
  }
}
