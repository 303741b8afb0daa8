import { isStoreId } from "../core/external-id"
import { readMetadata } from "../core/payment-metadata"
import { staffError } from "../errors"
import { errorMessage } from "../log/error-message"
import { oneLine } from "../log/one-line"
import type { ReadTriesInput } from "./snapshot"
import type { Store } from "./store"

/** What of the store a purchase is locked with. */
export type Locks = Pick<Store, "alone" | "collectionOf" | "isOfCart" | "orderOf" | "log">

type TryToLock = Pick<ReadTriesInput, "external_id" | "events" | "purchase_id">

/** A sync's lock: of whoever writes what both ledgers of a purchase led to. Of an order's links it is the order's. */
const leaseOfPurchase = (id: string) => `rozetkapay-sync:${id}`

/** The purchase that a try is of; null: it is not there, or nobody says. */
const collectionOf = async (
  store: Locks,
  { external_id: externalId, events = [], purchase_id }: TryToLock,
): Promise<string | null> => {
  const known = await store.collectionOf(externalId)
  const told = events.map(({ metadata }) => readMetadata(metadata)?.purchase).find(Boolean)
  return known ?? told ?? purchase_id ?? null
}

/**
 * Runs a job alone with the purchase of a try, in all processes that share Medusa's locking.
 *
 * @throws as `aloneWithCollection`
 */
export const aloneWithPurchase = async <Result>(
  store: Locks,
  asked: TryToLock,
  job: () => Promise<Result>,
): Promise<Result> => {
  // A lock by a name that its database can't take is tried for half a minute.
  if (!isStoreId(asked.external_id)) return job()
  const collectionId = await collectionOf(store, asked)
  return collectionId
    ? aloneWithCollection(store, collectionId, job)
    : inTurn(store, asked.external_id, job)
}

/**
 * Runs a job alone with a purchase: whoever judges it, moves its money, or puts right what was written of it. A
 * cart's collection is alone with itself; several links of one order are about the same money, and so are one.
 *
 * A cart that is an order by now shares its money with the order's links, so their lock is held as well: always
 * second, and a link's sync never waits for a cart's.
 *
 * @throws MedusaError CONFLICT `payment_busy`: its turn did not come, and nothing was done
 */
export const aloneWithCollection = async <Result>(
  store: Locks,
  collectionId: string,
  job: () => Promise<Result>,
): Promise<Result> => {
  const [isOfCart, linked] = await Promise.all([
    store.isOfCart(collectionId),
    store.orderOf(collectionId),
  ])
  if (!isOfCart && linked) return aloneWithOrder(store, linked, job)
  return inTurn(store, collectionId, async () => {
    // A cart may have become an order while this was waited for.
    const orderId = await store.orderOf(collectionId)
    return orderId ? aloneWithOrder(store, orderId, job) : job()
  })
}

/** Alone with an order's links. @throws as `aloneWithCollection` */
export const aloneWithOrder = <Result>(
  store: Pick<Locks, "alone" | "log">,
  orderId: string,
  job: () => Promise<Result>,
): Promise<Result> => inTurn(store, orderId, job)

const inTurn = async <Result>(
  store: Pick<Locks, "alone" | "log">,
  id: string,
  job: () => Promise<Result>,
): Promise<Result> => {
  let hasBegun = false
  try {
    return await store.alone(leaseOfPurchase(id), () => {
      hasBegun = true
      return job()
    })
  } catch (error) {
    if (hasBegun) throw error
    store.log.warn(
      `rozetkapay: nothing was done of a purchase, since its turn did not come id=${id}: ${oneLine(errorMessage(error))}`,
    )
    throw staffError("payment_busy")
  }
}
