import { z } from "zod"

type Provider = { id?: string; options?: Record<string, unknown> }

const isList = (value: unknown): value is Provider[] => Array.isArray(value)

/** `custom` keeps the list itself, where a parsed array would be a copy. */
const configShape = z.object({
  modules: z.object({
    auth: z.object({ options: z.object({ providers: z.custom<Provider[]>(isList) }) }),
  }),
})

/** Medusa's own `logN` is 15: a thousand times the work, so that nobody guesses a stolen hash's password. */
const HASH = { logN: 5, r: 8, p: 1 }

/**
 * Has medusa-config.ts, as this spec file's Medusa is about to load it, keep passwords by a hash that is
 * quickly made: registering and logging in a customer of the tests' would else cost as much as paying.
 */
export function hashPasswordsQuickly(): void {
  const config: unknown = require("../../medusa-config")
  const { providers } = configShape.parse(config).modules.auth.options
  const passwords = providers.find(({ id }) => id === "emailpass")
  if (!passwords) throw new Error("Medusa's configuration has no provider of passwords.")
  passwords.options = { ...passwords.options, hashConfig: HASH }
}
