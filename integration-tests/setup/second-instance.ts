import { z } from "zod"

export type Merchant = { login: string; password: string }

/**
 * An instance beside the one of medusa-config.ts: of the same provider, or of another of this
 * repository's, with further options of its own.
 */
export type SecondInstance = { id: string; provider?: string; [option: string]: unknown }

/** As Medusa names it. */
export const idOfSecond = ({ provider = "rozetkapay", id }: SecondInstance) =>
  `pp_${provider}_${id}`

type Provider = { resolve: string; id: string; options: Record<string, unknown> }

const isList = (value: unknown): value is Provider[] => Array.isArray(value)

/** `custom` keeps the list itself, where a parsed array would be a copy. */
const configShape = z.object({
  modules: z.object({
    payment: z.object({ options: z.object({ providers: z.custom<Provider[]>(isList) }) }),
  }),
})

/** The list of payment providers in medusa-config.ts, as this spec file's Medusa is about to load it. */
function configuredProviders(): Provider[] {
  const config: unknown = require("../../medusa-config")
  return configShape.parse(config).modules.payment.options.providers
}

/** Options that medusa-config.ts leaves at their defaults; a second instance gets them as well. */
export function addOptions(options: Record<string, unknown>): void {
  Object.assign(configuredProviders()[0].options, options)
}

/** A provider that is not this repository's. @param resolve its folder */
export function addProvider(resolve: string, id: string): void {
  configuredProviders().push({ resolve, id, options: {} })
}

/**
 * Puts a second instance into medusa-config.ts as this spec
 * file's Medusa is about to load it. The list is changed in place, because the runner requires the
 * same file several times.
 */
export function addSecondInstance(second: SecondInstance): void {
  const providers = configuredProviders()
  const { id, provider = "rozetkapay", ...own } = second
  const first = providers[0].options
  const { apiUrl, backendUrl, storefrontUrl } = first
  const shared = provider === "rozetkapay" ? first : { apiUrl, backendUrl, storefrontUrl }
  providers.push({ resolve: `./src/providers/${provider}`, id, options: { ...shared, ...own } })
}
