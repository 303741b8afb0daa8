import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { type ExternalId, isStoreId, sessionOf } from "../core/external-id"
import { readMetadata } from "../core/payment-metadata"
import type { WebhookEvent } from "../provider/payment-gateway"
import { aloneByLease, leaseOfPurchase } from "./lease"

/** The purchase that a try is of; null: it is not there, or nobody says. */
const collectionOf = async (
  container: MedusaContainer,
  externalId: ExternalId,
  events: WebhookEvent[] = [],
): Promise<string | null> => {
  const payments = container.resolve(Modules.PAYMENT)
  const sessionId = sessionOf(externalId)
  const [session] = await payments.listPaymentSessions(
    { id: sessionId },
    { select: ["id", "payment_collection_id"] },
  )
  const [payment] = session ? [] : await payments.listPayments({ payment_session_id: sessionId })
  const told = events.map(({ metadata }) => readMetadata(metadata)?.purchase).find(Boolean)
  return session?.payment_collection_id ?? payment?.payment_collection_id ?? told ?? null
}

/**
 * The one lock under which a purchase is judged, and everything that was written of it put right: all
 * its tries name the same. A cart's collection is alone with itself; several links of one order are
 * about the same money.
 */
export const purchaseKeyOfCollection = async (
  container: MedusaContainer,
  payment_collection_id: string,
): Promise<string> => {
  const [isLink, orderId] = await Promise.all([
    isWithoutCart(container, payment_collection_id),
    orderOf(container, payment_collection_id),
  ])
  return leaseOfPurchase((isLink && orderId) || payment_collection_id)
}

const isWithoutCart = async (
  container: MedusaContainer,
  payment_collection_id: string,
): Promise<boolean> => {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "cart_payment_collection",
    fields: ["cart_id"],
    filters: { payment_collection_id },
  })
  return !data[0]?.cart_id
}

const orderOf = async (
  container: MedusaContainer,
  payment_collection_id: string,
): Promise<string | null> => {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "order_payment_collection",
    fields: ["order_id"],
    filters: { payment_collection_id },
  })
  return data[0]?.order_id ?? null
}

/**
 * Runs a job alone with the purchase of a try, in all processes that share Medusa's locking.
 *
 * A cart that is an order by now shares its money with the order's links, so their lock is held as well:
 * always second, and a link's sync never waits for a cart's.
 */
export const aloneWithPurchase = async <Result>(
  container: MedusaContainer,
  { external_id, events }: { external_id: ExternalId; events?: WebhookEvent[] },
  job: () => Promise<Result>,
): Promise<Result> => {
  // A lock by a name that its database can't take is tried for half a minute.
  if (!isStoreId(external_id)) return job()
  const locking = container.resolve(Modules.LOCKING)
  const collectionId = await collectionOf(container, external_id, events)
  const key = collectionId
    ? await purchaseKeyOfCollection(container, collectionId)
    : leaseOfPurchase(external_id)
  return aloneByLease(locking, key, async () => {
    // The lock of a link is its order's already; a cart may have become an order while this one was waited for.
    const isOfCollection = collectionId !== null && key === leaseOfPurchase(collectionId)
    const orderId = isOfCollection ? await orderOf(container, collectionId) : null
    return orderId ? aloneByLease(locking, leaseOfPurchase(orderId), job) : job()
  })
}
