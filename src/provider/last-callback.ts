import type { MedusaContainer } from "@medusajs/framework/types"
import { z } from "zod"
import { ownCollectionId, readOwnMetadata, writeOwnMetadata } from "./own-collection"

const KEY = "rozetkapay_last_callback"
/** Milliseconds: under load a provider's callbacks are noted once in so long, by all processes together. */
const WRITTEN_EVERY = 60_000

const noted = z.object({ [KEY]: z.iso.datetime() })

const idOf = (container: MedusaContainer, provider_id: string) =>
  ownCollectionId(container, ["rozetkapay last callback", provider_id])

/** Not in the reconcile run's memory, which a run of minutes writes as a whole. */
export const noteCallback = async (
  container: MedusaContainer,
  provider_id: string,
  now = new Date(),
): Promise<void> => {
  const id = idOf(container, provider_id)
  const metadata = await readOwnMetadata(container, id)
  const before = noted.safeParse(metadata).data?.[KEY]
  if (before && now.getTime() - Date.parse(before) < WRITTEN_EVERY) return
  await writeOwnMetadata(container, id, { [KEY]: now.toISOString() }, metadata !== null)
}

/** When a signed callback came last, to the minute; null: none that is known. ISO 8601. */
export const lastCallbackAt = async (
  container: MedusaContainer,
  provider_id: string,
): Promise<string | null> =>
  noted.safeParse(await readOwnMetadata(container, idOf(container, provider_id))).data?.[KEY] ??
  null
