import { container } from "@medusajs/framework"
import type { Logger } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { warnOfInProcessLocking } from "./locking-check"
import { warnOfOldMedusa } from "./medusa-version"

/** Milliseconds: after the server is up, and never in the way of a short command such as a migration. */
const AFTER_BOOT = 2_000

/** What is worth a line in the log, but must not stop or delay the boot. */
export const checkSoon = (checkKeys: () => Promise<void>, logger: Logger): void => {
  setTimeout(() => {
    // A process that is already going down has no configuration any more.
    const config = container.resolve(ContainerRegistrationKeys.CONFIG_MODULE, {
      allowUnregistered: true,
    })
    if (config) warnOfInProcessLocking(config, logger)
    warnOfOldMedusa(logger)
    void checkKeys()
  }, AFTER_BOOT).unref()
}
