import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { isStoreId } from "../core/external-id"
import { readMetadata } from "../core/payment-metadata"
import type { WebhookEvent } from "../provider/payment-gateway"
import { endLease, holdLease, leaseOfPurchase } from "./lease"

/**
 * The one lock under which a purchase is judged, and everything that was written of it put right: all
 * its tries name the same. One whose purchase is not there is alone with itself.
 */
export const purchaseKeyOf = async (
  container: MedusaContainer,
  externalId: string,
  events: WebhookEvent[] = [],
): Promise<string> => {
  const payments = container.resolve(Modules.PAYMENT)
  const [session] = await payments.listPaymentSessions(
    { id: externalId },
    { select: ["id", "payment_collection_id"] },
  )
  const [payment] = session ? [] : await payments.listPayments({ payment_session_id: externalId })
  const told = events.map(({ metadata }) => readMetadata(metadata)?.purchase).find(Boolean)
  const collectionId = session?.payment_collection_id ?? payment?.payment_collection_id ?? told
  return collectionId
    ? purchaseKeyOfCollection(container, collectionId)
    : leaseOfPurchase(externalId)
}

/** A cart's collection is alone with itself; several links of one order are about the same money. */
export const purchaseKeyOfCollection = async (
  container: MedusaContainer,
  payment_collection_id: string,
): Promise<string> => {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const filters = { payment_collection_id }
  const [carts, orders] = await Promise.all([
    query.graph({ entity: "cart_payment_collection", fields: ["cart_id"], filters }),
    query.graph({ entity: "order_payment_collection", fields: ["order_id"], filters }),
  ])
  const isLink = !carts.data[0]?.cart_id
  return leaseOfPurchase((isLink && orders.data[0]?.order_id) || payment_collection_id)
}

/** Runs a job alone with the purchase of a try, in all processes that share Medusa's locking. */
export const aloneWithPurchase = async <Result>(
  container: MedusaContainer,
  { external_id, events }: { external_id: string; events?: WebhookEvent[] },
  job: () => Promise<Result>,
): Promise<Result> => {
  // A lock by a name that its database can't take is tried for half a minute.
  if (!isStoreId(external_id)) return job()
  const locking = container.resolve(Modules.LOCKING)
  const lease = await holdLease(locking, await purchaseKeyOf(container, external_id, events))
  return job().finally(() => endLease(locking, lease))
}
