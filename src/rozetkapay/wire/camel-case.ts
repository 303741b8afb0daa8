import type { ExactJson } from "./exact-json"

/** RozetkaPay names its fields in snake_case, this client in camelCase: the one mapping between them. */

type Camel<Words extends string> = Words extends `${infer First}_${infer Rest}`
  ? `${First}${Capitalize<Camel<Rest>>}`
  : Words

export type CamelKeys<Wire> = { [Key in keyof Wire & string as Camel<Key>]: Wire[Key] }

/** The object's own keys alone: what it holds has been mapped, or has keys of its owner's. */
export function camelKeys<Wire extends object>(wire: Wire): CamelKeys<Wire>
export function camelKeys(wire: object): object {
  return withKeys(wire, (key) =>
    key.replace(/_([a-z0-9])/g, (_, first: string) => first.toUpperCase()),
  )
}

type Fields = { [key: string]: ExactJson }

/** The way back: `use3dsFlow` is use_3ds_flow. */
export const snakeKeys = (fields: Fields, prefix = ""): Fields =>
  withKeys(fields, (key) => `${prefix}${snakeCase(key)}`)

export const snakeCase = (key: string): string =>
  key.replace(/[A-Z]|(?<=[a-z])\d/g, (first) => `_${first.toLowerCase()}`)

const withKeys = (object: object, rename: (key: string) => string) =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [rename(key), value]))
