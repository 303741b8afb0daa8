import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { externalIdOf, isStoreId } from "../../core/external-id"
import type { SessionId } from "../../core/session-id"
import { errorMessage } from "../../log/error-message"
import { oneLine } from "../../log/one-line"
import { storeIn } from "../../medusa-store/store-in"
import { restOf, Spaced } from "../../provider/spaced"
import { returnAtRest } from "../../sync/at-rest"
import type { SyncResult } from "../../sync/sync-result"
import { type SyncPaymentInput, syncPaymentWorkflow } from "../../workflows/sync-payment"
import { LeftPurchases } from "./left-purchase"

/** Milliseconds between two syncs of a session, however often its page is reloaded. */
const REST = 1_500

/** Unfinished: RozetkaPay did not answer or the cart is busy; look again soon. */
export type ShopperResult = SyncResult | { is: "unfinished" } | { is: "unknown_session" }

const syncs = new Spaced<ShopperResult>(
  ({ is }) => is === "order_placed" || is === "returned",
  restOf(REST),
)

/** Of this process; one store's, but in tests. */
const leftPurchases = new WeakMap<object, LeftPurchases>()

const leftPurchasesOf = (container: MedusaContainer): LeftPurchases => {
  const database: object = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const known = leftPurchases.get(database) ?? new LeftPurchases(container)
  leftPurchases.set(database, known)
  return known
}

/**
 * Syncs a payment because its shopper came back. Anybody may call the page that
 * asks for this, so it costs at most one syncing per session and 1.5 seconds;
 * what the shopper is told is true at the time of asking.
 */
export const syncForShopper = async (
  container: MedusaContainer,
  provider_id: string,
  session: SessionId,
): Promise<ShopperResult> => {
  // A lock by a name that its database can't take is tried for half a minute.
  if (!isStoreId(session)) return { is: "unknown_session" }
  return syncs.ask(`${provider_id}/${session}`, async () => {
    const asked = { provider_id, external_id: externalIdOf(session) }
    try {
      const atRest = await returnAtRest(storeIn(container), asked)
      const known = atRest ?? (await sync(container, asked))
      if (known) return known
      const left = await leftPurchasesOf(container).of(session)
      if (left.is === "later") return { is: "unfinished" }
      const synced =
        left.is === "found"
          ? await sync(container, { ...asked, purchase_id: left.purchaseId })
          : null
      return synced ?? { is: "unknown_session" }
    } catch (error) {
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .warn(
          `rozetkapay: a returning shopper's payment could not be synced now provider_id=${provider_id} session_id=${oneLine(session)}: ${oneLine(errorMessage(error))}`,
        )
      return { is: "unfinished" }
    }
  })
}

/** @throws what stood in the way; also when the workflow engine itself has no database */
const sync = async (
  container: MedusaContainer,
  input: SyncPaymentInput,
): Promise<SyncResult | null> => {
  const { result, errors } = await syncPaymentWorkflow(container).run({
    input,
    throwOnError: false,
  })
  const [failed] = errors ?? []
  if (failed) throw failed.error
  return result
}
