import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** How many questions this store asks its database meanwhile, by whichever of its modules. */
export async function countQueries(
  container: MedusaContainer,
  work: () => Promise<unknown>,
  onQuery: (sql: string) => void = () => undefined,
): Promise<number> {
  const database = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  let queries = 0
  const count = ({ sql }: { sql: string }) => {
    queries += 1
    onQuery(sql)
  }
  database.on("query", count)
  try {
    await work()
  } finally {
    database.removeListener("query", count)
  }
  return queries
}
