import type { ConfigModule, Logger } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

/** The parts of Medusa's configuration that tell how many processes there are and what they share. */
export type LockingConfig = Pick<ConfigModule, "modules"> & {
  projectConfig: Pick<ConfigModule["projectConfig"], "redisUrl" | "workerMode">
}

/**
 * Locks keep two processes from settling or refunding one payment at the same
 * moment. Medusa's default locking knows only its own process, so with several of
 * them it must be Redis' or PostgreSQL's.
 *
 * @returns a warning, or null. Several processes show by a Redis url or a worker mode.
 */
export const lockingWarning = ({ projectConfig, modules }: LockingConfig): string | null => {
  const hasSeveral =
    Boolean(projectConfig.redisUrl) || (projectConfig.workerMode ?? "shared") !== "shared"
  return hasSeveral && isInProcess(modules?.[Modules.LOCKING])
    ? "rozetkapay: this store looks like several Medusa processes, but locking is in-process: two of them could refund or capture one payment at once. Set up @medusajs/medusa/locking-redis or locking-postgres"
    : null
}

type LockingModule = NonNullable<ConfigModule["modules"]>[string] | undefined

const isInProcess = (locking: LockingModule): boolean => {
  if (typeof locking !== "object" || !("options" in locking)) return true
  const providers = locking.options?.providers
  return !Array.isArray(providers) || providers.length === 0
}

let isSaid = false

/** Once in a process, however many providers there are. */
export const warnOfInProcessLocking = (config: LockingConfig, logger: Logger): void => {
  const warning = isSaid ? null : lockingWarning(config)
  if (!warning) return
  isSaid = true
  logger.warn(warning)
}
