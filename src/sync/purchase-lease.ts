import { type ExternalId, isStoreId } from "../core/external-id"
import { readMetadata } from "../core/payment-metadata"
import type { WebhookEvent } from "../provider/payment-gateway"
import type { Store } from "./store"

/** A sync's lock: of whoever writes what both ledgers of a purchase led to. Of an order's links it is the order's. */
export const leaseOfPurchase = (id: string) => `rozetkapay-sync:${id}`

/** The purchase that a try is of; null: it is not there, or nobody says. */
const collectionOf = async (
  store: Store,
  externalId: ExternalId,
  events: WebhookEvent[] = [],
): Promise<string | null> => {
  const known = await store.collectionOf(externalId)
  const told = events.map(({ metadata }) => readMetadata(metadata)?.purchase).find(Boolean)
  return known ?? told ?? null
}

/**
 * The one lock under which a purchase is judged, and everything that was written of it put right: all
 * its tries name the same. A cart's collection is alone with itself; several links of one order are
 * about the same money.
 */
export const purchaseKeyOfCollection = async (
  store: Store,
  payment_collection_id: string,
): Promise<string> => {
  const [isOfCart, orderId] = await Promise.all([
    store.isOfCart(payment_collection_id),
    store.orderOf(payment_collection_id),
  ])
  return leaseOfPurchase((!isOfCart && orderId) || payment_collection_id)
}

/**
 * Runs a job alone with the purchase of a try, in all processes that share Medusa's locking.
 *
 * A cart that is an order by now shares its money with the order's links, so their lock is held as well:
 * always second, and a link's sync never waits for a cart's.
 */
export const aloneWithPurchase = async <Result>(
  store: Store,
  { external_id, events }: { external_id: ExternalId; events?: WebhookEvent[] },
  job: () => Promise<Result>,
): Promise<Result> => {
  // A lock by a name that its database can't take is tried for half a minute.
  if (!isStoreId(external_id)) return job()
  const collectionId = await collectionOf(store, external_id, events)
  const key = collectionId
    ? await purchaseKeyOfCollection(store, collectionId)
    : leaseOfPurchase(external_id)
  return store.alone(key, async () => {
    // The lock of a link is its order's already; a cart may have become an order while this one was waited for.
    const isOfCollection = collectionId !== null && key === leaseOfPurchase(collectionId)
    const orderId = isOfCollection ? await store.orderOf(collectionId) : null
    return orderId ? store.alone(leaseOfPurchase(orderId), job) : job()
  })
}
