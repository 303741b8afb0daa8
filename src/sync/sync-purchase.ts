import type { ExternalId } from "../core/external-id"
import { isPositive } from "../core/money"
import { hasMoney } from "../core/plan"
import type { ReturnReason } from "../core/situation"
import { type Applied, apply, changesWhatIsRead } from "./apply"
import { keepConsent } from "./keep-consent"
import { noteHowPaid } from "./note-how-paid"
import { repairOrderOf } from "./repair-order-of-try"
import { endUnexplained } from "./return-unexplained"
import { endReturning } from "./returning"
import {
  type ReadTriesInput,
  readSnapshot,
  readSnapshotAtRest,
  rereadStore,
  type Try,
} from "./snapshot"
import type { Store } from "./store"
import { type SyncResult, syncResultOf } from "./sync-result"
import { keepTroubles } from "./troubles"

/** Placing the order, and a second try of which the first turned out to be unpaid. More is nobody's. */
const MOST_LOOKS = 4

/**
 * Gateway -> store, for one purchase: reads every try of it on both sides, decides once which of them
 * pays and which go back, and carries that out. Must run alone for a purchase.
 *
 * What places the order comes first, and is looked at again before anything else is done: only then is
 * it known what the other tries are.
 *
 * @returns what became of the try that was asked for; null when it is not this store's.
 * @throws when something could not be finished now (RozetkaPay does not answer, another request holds
 *   the cart): run it again.
 */
export const syncPurchase = async (
  store: Store,
  input: ReadTriesInput,
): Promise<SyncResult | null> => {
  const returned = new Map<ExternalId, ReturnReason>()
  const failed: ExternalId[] = []
  let delayed: ExternalId | null = null
  let snapshot = await readSnapshotAtRest(store, input)
  for (let looks = 0; snapshot && delayed === null && looks < MOST_LOOKS; looks += 1) {
    const paying = snapshot.tries.find(({ actions }) => actions.some(changesWhatIsRead))
    if (!paying) break
    const { external_id } = paying.terms
    const applied = await applyAll(store, paying, changesWhatIsRead)
    if (applied.returned) returned.set(external_id, applied.returned)
    if (applied.delayed) delayed = external_id
    else if (applied.failed || applied.undone) {
      // The gateway's ledgers are read anew only then: Medusa undoes a failed order, payment included.
      if (applied.failed) failed.push(external_id)
      snapshot = await readSnapshot(store, { ...input, order_failed: failed })
    } else {
      snapshot = await rereadStore(store, snapshot)
    }
  }
  if (!snapshot) return null

  for (const tried of snapshot.tries) {
    await keepConsent(store, tried)
    const applied = await applyAll(
      store,
      tried,
      (action) => !changesWhatIsRead(action) && !isToldByCallback(action, tried, input),
    )
    if (applied.returned) returned.set(tried.terms.external_id, applied.returned)
    await endReturning(store, tried)
    await repairOrderOf(store, tried)
    await keepTroubles(store, tried, {
      uncorrected: applied.uncorrected ?? null,
      isUnfinished: delayed !== null,
    })
    await noteHowPaid(store, tried)
  }
  const { situation, terms, actions } = snapshot.own
  if (isExplained(snapshot.own)) await endUnexplained(store, snapshot.own)
  // Who waits for the one that pays waits for the same order.
  const waits = actions.some(({ do: what }) => what === "wait") && hasMoney(situation.gateway)
  return syncResultOf(snapshot, {
    returned: returned.get(terms.external_id) ?? null,
    delayed: delayed === terms.external_id || (delayed !== null && waits),
  })
}

/**
 * Of a refusal whose session is gone nothing can be noted, so it is told of with its callback, and not
 * each time that its shopper looks.
 */
const isToldByCallback = (
  { do: what }: Try["actions"][number],
  { situation }: Try,
  { events }: ReadTriesInput,
): boolean => what === "report_decline" && situation.session === null && !events?.length

/** Whether money that may once have been noted as unexplained is so no more. Of most tries none ever was. */
const isExplained = ({ situation, actions }: Try): boolean => {
  const { gateway, isShown, foreign } = situation
  const wasInDoubt =
    !isShown || foreign || isPositive(gateway.canceled) || isPositive(gateway.refunded)
  // What can't be counted now explains nothing.
  if (gateway.unclear !== null) return false
  return wasInDoubt && !actions.some(({ do: what }) => what === "report_unexplained")
}

const applyAll = async (
  store: Store,
  tried: Try,
  isMeant: (action: Try["actions"][number]) => boolean,
): Promise<Applied> => {
  let all: Applied = {}
  for (const action of tried.actions.filter(isMeant)) {
    all = { ...all, ...(await apply(store, tried, action)) }
  }
  return all
}
