import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { By } from "../../../../../admin-client/order-payments"

/** Who the ids in the store's rows are, for people. */
export type People = { called(actor: string): By }

const isUser = (id: string) => id.startsWith("user_")
const isKey = (id: string) => id.startsWith("apk_")

/** Of the plugin's own parts that write rows. */
const PART = /^rozetkapay/i

/** Nobody's name is known. */
export const strangers: People = { called: (actor) => byOf(actor, new Map()) }

/** Asks once for all of them. Somebody who is not among the staff any more has no name. */
export const readPeople = async (container: MedusaContainer, ids: string[]): Promise<People> => {
  const all = [...new Set(ids)]
  const users = all.filter(isUser)
  const keys = all.filter(isKey)
  const [people, programs] = await Promise.all([
    users.length > 0 ? container.resolve(Modules.USER).listUsers({ id: users }, LIST) : [],
    keys.length > 0 ? container.resolve(Modules.API_KEY).listApiKeys({ id: keys }, LIST) : [],
  ])
  const names = new Map([
    ...people.map(({ id, first_name, last_name, email }): [string, string] => [
      id,
      [first_name, last_name].filter(Boolean).join(" ") || email,
    ]),
    ...programs.map(({ id, title }): [string, string] => [id, title]),
  ])
  return { called: (actor) => byOf(actor, names) }
}

const LIST = { take: 200 }

const byOf = (actor: string, names: Map<string, string>): By => {
  const name = names.get(actor) ?? null
  if (isUser(actor)) return { is: "admin", name }
  if (isKey(actor)) return { is: "api_key", name }
  return { is: PART.test(actor) ? "plugin" : "unknown", name: null }
}
