import type { Logger } from "@medusajs/framework/types"

const nothing = (): void => undefined

/** A log that nobody reads: lost answers are what the contract is about. */
export const silentLogger: Logger = {
  panic: nothing,
  shouldLog: () => false,
  setLogLevel: nothing,
  unsetLogLevel: nothing,
  activity: () => "",
  progress: nothing,
  error: nothing,
  failure: nothing,
  success: () => ({}),
  silly: nothing,
  debug: nothing,
  verbose: nothing,
  http: nothing,
  info: nothing,
  warn: nothing,
  log: nothing,
}
