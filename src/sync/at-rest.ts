import type { ExternalId } from "../core/external-id"
import type { WebhookEvent } from "../provider/payment-gateway"
import { isIdle, isQuiet } from "./idle-try"
import { type ReadTriesInput, readSnapshot } from "./snapshot"
import type { Store } from "./store"
import { type SyncResult, syncResultOf } from "./sync-result"

/**
 * What a sync would say of a purchase of which it would find nothing to do: both sides are read, in the same order
 * and as whole as a sync reads them, and judged by the same plan. Reads only, so it needs no lock: who holds it
 * finishes what they have begun, and what they have not begun is not there yet for anybody. For who asks about a
 * payment that is most likely done with, such as a callback that is sent again.
 *
 * @returns null: there may be something to do, or it could not be read now, so it is to be synced.
 */
export const resultAtRest = async (
  store: Store,
  input: ReadTriesInput,
): Promise<SyncResult | null> => {
  const snapshot = await readSnapshot(store, input).catch(() => null)
  if (!snapshot || snapshot.own.order_id === null || snapshot.own.payment_id === null) return null
  if (!snapshot.tries.every(isIdle)) return null
  const quiet = await Promise.all(snapshot.tries.map((one) => isQuiet(store, one)))
  return quiet.every(Boolean) ? syncResultOf(snapshot, { returned: null, delayed: false }) : null
}

/** Who was told by callbacks. */
type Told = {
  id: string
  provider: { events: { knows(externalId: ExternalId, event: WebhookEvent): boolean } }
}

/**
 * RozetkaPay sends a callback again also when the answer to it was lost: of most repeats nothing is left to do.
 *
 * @returns null: it is told for the first time, or it is to be synced
 */
export const repeatAtRest = async (
  store: Store,
  { id, provider }: Told,
  external_id: ExternalId,
  event: WebhookEvent,
): Promise<SyncResult | null> =>
  provider.events.knows(external_id, event)
    ? resultAtRest(store, { provider_id: id, external_id, events: [event] })
    : null

/** A shopper's return comes mostly after its callback: then nothing is left to do, and one look shows it. */
export const returnAtRest = async (
  store: Store,
  input: Pick<ReadTriesInput, "provider_id" | "external_id">,
): Promise<SyncResult | null> =>
  (await store.hasPayment(input.external_id)) ? resultAtRest(store, input) : null
