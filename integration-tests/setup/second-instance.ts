import { z } from "zod"

export type Merchant = { login: string; password: string }

/** An instance of our provider beside the one of medusa-config.ts. */
export type SecondInstance = Merchant & { id: string; capture: boolean }

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

/**
 * Puts a second instance of our provider into medusa-config.ts as this spec
 * file's Medusa is about to load it. The list is changed in place, because the runner requires the
 * same file several times.
 */
export function addSecondInstance(second: SecondInstance): void {
  const providers = configuredProviders()
  const [first] = providers
  const { id, login, password, capture } = second
  providers.push({ ...first, id, options: { ...first.options, login, password, capture } })
}
