import type { ConfigModule, Logger } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { z } from "zod"

/** The parts of Medusa's configuration that tell how many processes there are and what they share. */
export type LockingConfig = Pick<ConfigModule, "modules"> & {
  projectConfig: Pick<ConfigModule["projectConfig"], "redisUrl" | "workerMode">
}

/**
 * Locks keep two processes from syncing or refunding one payment at the same
 * moment. Medusa's default locking knows only its own process, so with several of
 * them it must be Redis'. Medusa's PostgreSQL locking does not let anybody have a lock
 * that has expired, so what a process held when it died stays locked.
 *
 * @returns a warning, or null. Several processes show by a Redis url or a worker mode.
 */
export const lockingWarning = ({ projectConfig, modules }: LockingConfig): string | null => {
  const providers = lockingProviders(modules?.[Modules.LOCKING])
  if (providers.some((resolve) => resolve.includes("locking-postgres"))) {
    return "rozetkapay: Medusa's PostgreSQL locking never gives up the locks of a process that died, so a payment that was being synced then would never be synced again. Set up @medusajs/medusa/locking-redis"
  }
  return looksLikeSeveral(projectConfig) && providers.length === 0
    ? "rozetkapay: this store looks like several Medusa processes, but locking is in-process: two of them could refund or capture one payment at once. Set up @medusajs/medusa/locking-redis"
    : null
}

/** Whether the store is set up for several processes: it does not say so itself. */
export const looksLikeSeveral = ({
  redisUrl,
  workerMode = "shared",
}: LockingConfig["projectConfig"]): boolean => Boolean(redisUrl) || workerMode !== "shared"

type LockingModule = NonNullable<ConfigModule["modules"]>[string] | undefined

const named = z.object({ resolve: z.string() }).transform(({ resolve }) => resolve)

/** What the locking module works with; none: in the process's own memory. */
const lockingProviders = (locking: LockingModule): string[] => {
  if (typeof locking !== "object" || !("options" in locking)) return []
  const providers = locking.options?.providers
  // One that is given in another way than by its name is there all the same.
  return Array.isArray(providers) ? providers.map((one) => named.catch("").parse(one)) : []
}

let isSaid = false

/** Once in a process, however many providers there are. */
export const warnOfInProcessLocking = (config: LockingConfig, logger: Logger): void => {
  const warning = isSaid ? null : lockingWarning(config)
  if (!warning) return
  isSaid = true
  logger.warn(warning)
}
