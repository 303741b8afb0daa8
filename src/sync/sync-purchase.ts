import type { MedusaContainer } from "@medusajs/framework/types"
import { type GiveBackReason, hasMoney } from "../payments/plan"
import { type Applied, apply, changesWhatIsRead } from "./apply"
import { keepConsent } from "./keep-consent"
import { type Settlement, settlementOf } from "./settlement"
import {
  type Books,
  type ReadBooksInput,
  readSnapshot,
  readSnapshotAtRest,
  rereadStore,
  type Snapshot,
} from "./snapshot"
import { squareOrderOf } from "./square-order"
import { forgetUnexplained } from "./unexplained"

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
  container: MedusaContainer,
  input: ReadBooksInput,
): Promise<Settlement | null> => {
  const returned = new Map<string, GiveBackReason>()
  let snapshot = await readSnapshotAtRest(container, input)
  for (let looks = 0; snapshot && looks < MOST_LOOKS; looks += 1) {
    const paying = snapshot.tries.find(({ actions }) => actions.some(changesWhatIsRead))
    if (!paying) break
    const applied = await applyAll(container, paying, changesWhatIsRead)
    if (applied.returned) returned.set(paying.marks.external_id, applied.returned)
    if (applied.delayed) return settlementOf(snapshot, { returned: null, delayed: true })
    snapshot = await lookAgain(container, input, snapshot, applied)
  }
  if (!snapshot) return null

  for (const books of snapshot.tries) {
    await keepConsent(container, books)
    const applied = await applyAll(container, books, (action) => !changesWhatIsRead(action))
    if (applied.returned) returned.set(books.marks.external_id, applied.returned)
    await squareOrderOf(container, books)
  }
  const { situation, marks } = snapshot.own
  if (!situation.isShown && !hasMoney(situation.gateway)) {
    await forgetUnexplained(container, marks.external_id)
  }
  const own = returned.get(marks.external_id) ?? null
  return settlementOf(snapshot, { returned: own, delayed: false })
}

/** The gateway's books are read anew only when placing failed: Medusa undoes a failed order, payment included. */
const lookAgain = (
  container: MedusaContainer,
  input: ReadBooksInput,
  snapshot: Snapshot,
  { failed }: Applied,
): Promise<Snapshot | null> =>
  failed
    ? readSnapshot(container, { ...input, order_failed: true })
    : rereadStore(container, snapshot)

const applyAll = async (
  container: MedusaContainer,
  books: Books,
  isMeant: (action: Books["actions"][number]) => boolean,
): Promise<Applied> => {
  let all: Applied = {}
  for (const action of books.actions.filter(isMeant)) {
    all = { ...all, ...(await apply(container, books, action)) }
  }
  return all
}
