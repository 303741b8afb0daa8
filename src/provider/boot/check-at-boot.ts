import { logger } from "@medusajs/framework/logger"
import type { AdapterDescriptor } from "../adapter"
import { checkKeysOf } from "../key-answers"
import { optionWarnings, parseOptionsBy, type StoreOptions } from "../store-options"
import { checkSoon } from "./check-soon"
import { logKeys } from "./key-check"
import { requirePluginEntry } from "./plugin-entry"

/**
 * What every provider makes sure of while Medusa boots.
 *
 * @throws Error with one line for each bad option, or for the plugin's own line that is missing
 */
export const checkAtBoot = async <Options extends StoreOptions>(
  adapter: AdapterDescriptor<Options>,
  given: Record<string, unknown>,
): Promise<void> => {
  const options = parseOptionsBy(adapter, given)
  await requirePluginEntry()
  for (const warning of optionWarnings(adapter.identifier, given)) logger.warn(warning)
  checkSoon(async () => logKeys(logger, await checkKeysOf(adapter, options)), logger)
}
