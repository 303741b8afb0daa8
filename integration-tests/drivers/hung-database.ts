import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { Store } from "../setup/store"

/**
 * While `job` runs, the store's database answers nobody: each of its connections is taken, and
 * whoever asks for one waits. So it is for a store whose database server hangs or is gone.
 */
export async function whileDatabaseHangs<Result>(
  store: Store,
  job: () => Promise<Result>,
): Promise<Result> {
  const { client } = store.container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const taken: unknown[] = []
  try {
    while (taken.length < client.pool.max) taken.push(await client.acquireConnection())
    return await job()
  } finally {
    await Promise.all(taken.map((connection) => client.releaseConnection(connection)))
  }
}
