import type { MedusaContainer } from "@medusajs/framework/types"
import { z } from "zod"
import { ownCollectionId, readOwnMetadata, writeOwnMetadata } from "../../provider/own-collection"
import { OPEN_LISTS } from "./open-payments"

const time = z.iso.datetime()

/** Where a round through the older payments stands. */
const round = z.object({
  began_at: time,
  /** The list it is in, and the row that was looked at last there; null: none of it yet. */
  list: z.enum(OPEN_LISTS).catch(OPEN_LISTS[0]),
  below: z.string().nullable(),
  is_done: z.boolean(),
  /** Somebody wanted all looked at, and began it. */
  is_all: z.boolean().default(false),
})
export type Round = z.output<typeof round>

/** One run, as staff are shown it. */
const run = z.object({
  began_at: time,
  milliseconds: z.number(),
  checked: z.number(),
  differences: z.number(),
  operations_compared: z.number(),
  announced: z.number(),
  has_more: z.boolean(),
  errors: z.array(z.string()),
})
export type RememberedRun = z.output<typeof run>

const memory = z.object({
  /** When RozetkaPay's ledgers were compared to the end, and when that was last begun. */
  compared_at: time.nullable(),
  compare_tried_at: time.nullable(),
  /** Day -> payments whose callback was asked for in vain on it. */
  asked: z.record(z.string(), z.array(z.string())),
  round: round.nullable(),
  /** Payment -> since when syncing it fails. */
  failing: z.record(z.string(), time),
  /** The last ones, newest first. */
  runs: z.array(run).catch([]),
})
export type Memory = z.output<typeof memory>

const nothing = (): Memory => ({
  compared_at: null,
  compare_tried_at: null,
  asked: {},
  round: null,
  failing: {},
  runs: [],
})

const KEY = "rozetkapay_reconcile"

/** What reconciling remembers of one provider, from one run to the next. */
export type OpenMemory = { value: Memory; save(): Promise<void> }

/**
 * Memory that outlives processes and is one for all of them, without a table of our own: it stands in the
 * metadata of a payment collection that nobody pays, found by an id that only this store can make. Not in
 * Medusa's caching, which a store may keep in the process and which may forget; not in the Store's metadata,
 * which staff edit as a whole. Only who has the run's lease writes it. Losing it costs looks, never money:
 * everything is then looked at once more.
 *
 * @param keep false: a dry run, which changes nothing
 */
export const openMemory = async (
  container: MedusaContainer,
  provider_id: string,
  keep: boolean,
): Promise<OpenMemory> => {
  const id = ownCollectionId(container, ["rozetkapay reconcile", provider_id])
  const metadata = await readOwnMetadata(container, id)
  const value = memory.safeParse(metadata?.[KEY]).data ?? nothing()
  let isThere = metadata !== null
  const save = async () => {
    if (!keep) return
    await writeOwnMetadata(container, id, { [KEY]: value }, isThere)
    isThere = true
  }
  return { value, save }
}
