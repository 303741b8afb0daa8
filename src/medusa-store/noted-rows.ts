import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { z } from "zod"
import { ownCollectionId, writeOwnMetadata } from "../provider/own-collection"
import { selectRows } from "../provider/select-rows"

/**
 * Where stands what has no row of Medusa's that it could stand at: each note has a row of its own, without a
 * table of our own: the metadata of a payment collection that nobody pays. Not the Store's metadata, which
 * staff and Medusa write as a whole: whoever saves theirs would have this forgotten. Two of one instant don't
 * meet, and one that is forgotten leaves nothing behind. All by the payment module's public methods: no row
 * that is Medusa's is touched.
 */
export type NotedRows<Value, Name> = {
  /** Oldest first. */
  list(container: MedusaContainer): Promise<Value[]>
  /** Null: nothing is noted by this name. */
  find(container: MedusaContainer, name: Name): Promise<Value | null>
  /** Those of these names that were noted since the store's secret was changed last: one look at a primary key. */
  findAmong(container: MedusaContainer, names: Name[]): Promise<Value[]>
  /**
   * @param isFirst nothing was noted by its name when it was looked for
   * @returns false: another process, with a lock of its own, has noted it in the same instant, and tells of it.
   */
  note(container: MedusaContainer, value: Value, isFirst: boolean): Promise<boolean>
  /** @returns what was noted; null when nothing was, which is success, too. */
  forget(container: MedusaContainer, name: Name): Promise<Value | null>
  /** Gives notes from before the store's secret was changed the ids of today, by which `findAmong` finds them. */
  renew(container: MedusaContainer): Promise<void>
}

/** More than this are told in the log and by the event alone: staff would read no further. */
const MOST = 1_000

const AMONG = `select id, metadata from payment_collection
  where id = any(:id) and deleted_at is null`

type Naming<Value, Name> = {
  /** What is noted: a part of the rows' ids, and of the key in their metadata. */
  what: string
  schema: z.ZodType<Value>
  /** By what each is known: fields of the value. */
  nameOf: (value: Value) => Name
}

export const notedRows = <Value extends object, Name extends Record<string, string>>({
  what,
  schema,
  nameOf,
}: Naming<Value, Name>): NotedRows<Value, Name> => {
  const prefix = `pay_col_rozetkapay_${what}_`
  const key = `rozetkapay_${what}`
  const row = z
    .object({ id: z.string(), metadata: z.object({ [key]: schema }) })
    .transform(({ id, metadata }) => ({ id, value: metadata[key] }))
  type Row = { id: string; value: Value }

  const readRow = (found: unknown): Row[] => {
    const { id, value } = row.safeParse(found).data ?? {}
    return id !== undefined && value !== undefined ? [{ id, value }] : []
  }
  const idOf = (container: MedusaContainer, name: Name): string => {
    const words = [`rozetkapay ${what}`, ...Object.values(name)]
    return ownCollectionId(container, words, prefix)
  }
  const rowsOf = async (container: MedusaContainer): Promise<Row[]> => {
    const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
      entity: "payment_collection",
      fields: ["id", "metadata"],
      filters: { id: { $like: `${prefix}%` } },
      // The newest, where there are more: those are the news.
      pagination: { take: MOST, order: { created_at: "DESC" } },
    })
    return data.reverse().flatMap(readRow)
  }
  const rowsAmong = async (container: MedusaContainer, names: Name[]): Promise<Row[]> => {
    const id = names.map((name) => idOf(container, name))
    // With each sync of each try, and mostly in vain: one question, and no model of Medusa's made of it.
    const found = await selectRows(container, z.unknown(), AMONG, { id })
    return found.flatMap(readRow)
  }
  /** Its id is made with a secret of the store's, which may have been another one when it was noted: then it is looked for. */
  const findRow = async (container: MedusaContainer, name: Name): Promise<Row | null> => {
    const [found] = await rowsAmong(container, [name])
    if (found) return found
    const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
      entity: "payment_collection",
      fields: ["id", "metadata"],
      filters: { id: { $like: `${prefix}%` }, metadata: { [key]: name } },
    })
    return readRow(data[0])[0] ?? null
  }
  const remove = (container: MedusaContainer, id: string): Promise<void> =>
    container.resolve(Modules.PAYMENT).deletePaymentCollections(id)

  const note = async (
    container: MedusaContainer,
    value: Value,
    isFirst: boolean,
  ): Promise<boolean> => {
    const metadata = { [key]: value }
    const known = isFirst ? null : await findRow(container, nameOf(value))
    if (known) {
      await writeOwnMetadata(container, known.id, metadata, true)
      return true
    }
    return writeOwnMetadata(container, idOf(container, nameOf(value)), metadata, false).then(
      () => true,
      async (error: unknown) => {
        if (await findRow(container, nameOf(value))) return false
        throw error
      },
    )
  }

  return {
    note,
    list: async (container) => (await rowsOf(container)).map(({ value }) => value),
    find: async (container, name) => (await findRow(container, name))?.value ?? null,
    findAmong: async (container, names) =>
      (await rowsAmong(container, names)).map(({ value }) => value),
    forget: async (container, name) => {
      const found = await findRow(container, name)
      if (found) await remove(container, found.id)
      return found?.value ?? null
    },
    renew: async (container) => {
      for (const { id, value } of await rowsOf(container)) {
        if (id === idOf(container, nameOf(value))) continue
        await note(container, value, true)
        await remove(container, id)
      }
    },
  }
}
