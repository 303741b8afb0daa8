import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { findProvider } from "../../../../../provider/find-provider"
import type { GatewayProvider } from "../../../../../provider/gateway-provider"
import { readSessionData } from "../../../../../provider/session-data"
import type { OrderRow } from "./order-rows"
import type { OwnRow } from "./payment-of-order"

/** With the provider that RozetkaPay is asked by. `actions`: read when it is shown. */
export type OwnPaymentRow = Omit<OwnRow, "actions"> & {
  provider: GatewayProvider | null
  collectionId: string
}

/** Those payments of an order that are RozetkaPay's, oldest first. */
export const ownRowsOf = async (
  container: MedusaContainer,
  order: OrderRow,
): Promise<OwnPaymentRow[]> => {
  const ofCart = await collectionsOfCarts(
    container,
    order.collections.map(({ id }) => id),
  )
  const rows = await Promise.all(
    order.collections.flatMap((collection) =>
      collection.payments.map(async (row): Promise<OwnPaymentRow | null> => {
        const terms = readSessionData(row.data)
        if (!terms || terms.provider_id !== row.provider_id) return null
        return {
          row,
          terms,
          provider: (await findProvider(container, row.provider_id))?.provider ?? null,
          purpose: ofCart.has(collection.id) ? "cart" : "link",
          isOrderCanceled: order.isCanceled,
          collectionId: collection.id,
        }
      }),
    ),
  )
  return rows
    .filter((one) => one !== null)
    .sort((a, b) => a.row.created_at.getTime() - b.row.created_at.getTime())
}

/** Those of these payment collections that are carts'. */
const collectionsOfCarts = async (
  container: MedusaContainer,
  payment_collection_id: string[],
): Promise<Set<string>> => {
  if (payment_collection_id.length === 0) return new Set()
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "cart_payment_collection",
    fields: ["payment_collection_id"],
    filters: { payment_collection_id },
  })
  return new Set(data.map((link) => link.payment_collection_id))
}
