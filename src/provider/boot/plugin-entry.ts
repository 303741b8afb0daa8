import { realpath } from "node:fs/promises"
import { join, resolve, sep } from "node:path"
import { configManager } from "@medusajs/framework/config"
import type { Logger } from "@medusajs/framework/types"
import { getResolvedPlugins } from "@medusajs/framework/utils"
import { shopperError } from "../../errors"
import type { ShopperLanguage } from "../../messages/language"

/**
 * A provider without its plugin: payments could start, and nothing would hear of them. No callback
 * and no return page, no job, no order, no refund. So it must not come so far.
 */
const FORGOTTEN =
  'medusa-payment-rozetkapay: the line `plugins: [{ resolve: "medusa-payment-rozetkapay", options: {} }]` is missing in medusa-config.ts, so callbacks would not arrive and no payment can be started'

/** Where this package's `api`, `jobs` and `subscribers` are. */
const OWN_SOURCES = join(__dirname, "../..")

/**
 * Stops the boot when Medusa is not going to load this plugin's routes, jobs and subscribers. They are
 * loaded from each entry of `plugins` and from the project's own `src`, whatever an entry is called.
 * Where the project can't be told, it waits for the first payment: `requireLoadedPlugin`.
 *
 * @throws Error one line that says which line is missing
 */
export const requirePluginEntry = async (): Promise<void> => {
  const { baseDir }: { baseDir?: string } = configManager
  if (!baseDir) return
  // A plugin that can't be resolved stops Medusa by itself, and says so.
  const plugins = await getResolvedPlugins(baseDir, configManager.config).catch(() => null)
  if (!plugins) return
  const sources = [join(baseDir, "src"), ...plugins.map((plugin) => plugin.resolve)]
  if (!(await isAmong(OWN_SOURCES, sources))) throw new Error(FORGOTTEN)
}

/** Whether a folder is one of these, or in one, whatever links lead to them. */
export const isAmong = async (folder: string, sources: string[]): Promise<boolean> => {
  const own = await realPlace(folder)
  const places = await Promise.all(sources.map(realPlace))
  return places.some((place) => own === place || own.startsWith(place + sep))
}

const realPlace = (path: string): Promise<string> => realpath(path).catch(() => resolve(path))

let isLoaded = false

/** Said by files that nothing but Medusa's loading of the plugin brings in: of routes, jobs and subscribers. */
export const pluginIsLoaded = (): void => {
  isLoaded = true
}

/** @throws MedusaError 400 for the shopper when this process has loaded nothing of the plugin */
export const requireLoadedPlugin = (logger: Logger, language: ShopperLanguage): void => {
  if (isLoaded) return
  logger.error(FORGOTTEN)
  throw shopperError("refused_start", language)
}
