import type { Logger } from "@medusajs/framework/types"
import { z } from "zod"

/** The oldest Medusa that this plugin is tested on: package.json's peers say the same. */
export const OLDEST_MEDUSA = "2.18.0"

/** @returns a warning, or null: new enough, or not known */
export const medusaWarning = (installed: string | null): string | null =>
  installed !== null && isOlder(installed, OLDEST_MEDUSA)
    ? `medusa-payment-rozetkapay: Medusa ${installed} is older than ${OLDEST_MEDUSA}, the oldest that this plugin is tested on: update Medusa before you take payments`
    : null

const isOlder = (one: string, other: string): boolean => {
  const [left, right] = [numbersOf(one), numbersOf(other)]
  const at = left.findIndex((number, index) => number !== right[index])
  return at >= 0 && (left[at] ?? 0) < (right[at] ?? 0)
}

/** Major, minor, patch; of a preview too. */
const numbersOf = (version: string): number[] => {
  const [, ...numbers] = /^v?(\d+)\.(\d+)\.(\d+)/.exec(version) ?? []
  return numbers.map(Number)
}

const described = z.object({ version: z.string() })

/** The Medusa that this plugin runs in; null: it can't be told. */
export const installedMedusa = (): string | null => {
  try {
    return described.parse(require("@medusajs/medusa/package.json")).version
  } catch {
    return null
  }
}

let isSaid = false

/** Once in a process, however many providers there are. */
export const warnOfOldMedusa = (logger: Logger): void => {
  const warning = isSaid ? null : medusaWarning(installedMedusa())
  if (!warning) return
  isSaid = true
  logger.warn(warning)
}
