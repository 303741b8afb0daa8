import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "zod"
import type { Store } from "../setup/store"

const named = z.array(z.object({ name: z.string() }))

/** The tables of the store's database that have these words in any column of any row, deleted ones too. */
export async function tablesWith(store: Store, words: string): Promise<string[]> {
  const database = store.container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const tables = await database("information_schema.tables")
    .select({ name: "table_name" })
    .where({ table_schema: "public", table_type: "BASE TABLE" })
  const found: string[] = []
  for (const { name } of named.parse(tables)) {
    const [row] = await database(name)
      .select(database.raw("1"))
      .whereRaw("??::text like ?", [name, `%${words}%`])
      .limit(1)
    if (row !== undefined) found.push(name)
  }
  return found
}
