import { generateEntityId } from "@medusajs/framework/utils"
import { z } from "zod"

/** Whose cart it is: a guest has no account, and so no customer of theirs before the cart. */
type Owner = { email: string; customerId?: string }

const ITEMS = "select id from cart_line_item where cart_id = :cart"
const METHODS = "select id from cart_shipping_method where cart_id = :cart"

/** What Medusa writes when a cart is filled: the rows' tables, and which rows. */
const WRITTEN = {
  customer:
    "id = (select customer_id from cart where id = :cart) and email = :email and not has_account",
  cart_address:
    "id in (select unnest(array[shipping_address_id, billing_address_id]) from cart where id = :cart)",
  cart: "id = :cart",
  cart_line_item: "cart_id = :cart",
  cart_line_item_adjustment: `item_id in (${ITEMS})`,
  cart_line_item_tax_line: `item_id in (${ITEMS})`,
  cart_shipping_method: "cart_id = :cart",
  cart_shipping_method_adjustment: `shipping_method_id in (${METHODS})`,
  cart_shipping_method_tax_line: `shipping_method_id in (${METHODS})`,
}
const TABLES = Object.entries(WRITTEN)

const READ = `select jsonb_build_object(${TABLES.map(
  ([table, which]) =>
    `'${table}', (select coalesce(jsonb_agg(to_jsonb(one) order by id), '[]') from ${table} one where ${which})`,
)}) as rows`

/** All in one statement: foreign keys are checked when it ends. */
const WRITE = `with given as (select cast(:rows as jsonb) as rows), ${TABLES.map(
  ([table]) => `in_${table} as (
    insert into ${table} select one.* from given, jsonb_populate_recordset(cast(null as ${table}), rows -> '${table}') one
  )`,
)} select`

/** What shoppers, payments and orders change. Any other table may be what a cart is made of. */
const SALES = new RegExp(
  `^(${[
    "account_holder|cart|cart_.*|credit_line|customer|customer_(account_holder|address)",
    "auth_.*|provider_identity|user|user_.*|notification|workflow_execution|search_.*",
    "payment|payment_(collection|session)|payment_collection_.*|capture|refund|order|order_.*",
  ].join("|")})$`,
)

const row = z.looseObject({ id: z.string() })
const rows = z.record(z.string(), z.array(row))
type Rows = z.output<typeof rows>

const withNewId = ({ id }: z.output<typeof row>) =>
  [id, generateEntityId(undefined, id.slice(0, id.lastIndexOf("_")))] as const

function copyOf(template: Rows, was: Owner, now: Owner): Rows {
  const names = new Map<unknown, unknown>([
    ...Object.values(template).flat().map(withNewId),
    [was.email, now.email],
  ])
  if (was.customerId) names.set(was.customerId, now.customerId)
  const times = { created_at: new Date(), updated_at: new Date() }
  const anew = (one: z.output<typeof row>) => {
    const columns = Object.entries(one).map(([name, value]) => [name, names.get(value) ?? value])
    return row.parse({ ...Object.fromEntries(columns), ...times })
  }
  return Object.fromEntries(
    Object.entries(template).map(([table, found]) => [table, found.map(anew)]),
  )
}

/** Whether only sales have changed since the store was seeded, as far as these tables tell. */
export const isAsSeeded = (changedTables: string[]): boolean =>
  changedTables.every((table) => SALES.test(table))

type FilledStore = {
  /** Asks the store's database; values stand in the query as `:name`. @returns the rows */
  query(sql: string, values: Record<string, string>): Promise<unknown>
  /** Whether Medusa would fill a cart just now, and as it has filled the others. */
  canFill(): Promise<boolean>
}

/**
 * Carts that Medusa has filled, and copies of them, which it can't tell from its own: filling a cart
 * costs it more than paying and placing it. A store whose goods, prices, regions or deliveries are not
 * those that it was seeded with gives no copies.
 */
export class FilledCarts {
  private readonly known = new Map<string, { template: Rows; owner: Owner }>()

  constructor(private readonly store: FilledStore) {}

  /** @returns the copy's id, if a cart of this kind is known */
  async copy(kind: string, owner: Owner): Promise<string | undefined> {
    const known = this.known.get(kind)
    if (!known || !(await this.store.canFill())) return undefined
    const copy = copyOf(known.template, known.owner, owner)
    await this.store.query(WRITE, { rows: JSON.stringify(copy) })
    return copy.cart[0].id
  }

  /** Keeps what Medusa has made of a cart, to be copied. */
  async keep(kind: string, cart: string, owner: Owner): Promise<void> {
    if (!(await this.store.canFill())) return
    const found = await this.store.query(READ, { cart, email: owner.email })
    const [{ rows: template }] = z.tuple([z.object({ rows })]).parse(found)
    // A database that came back older may not have it any more.
    if (template.cart?.length) this.known.set(kind, { template, owner })
  }
}

/** Of the stores that run in processes of their own. */
const elsewhere = new Map<string, FilledCarts>()

export const giveFilledCarts = (url: string, carts: FilledCarts): void => {
  elsewhere.set(url, carts)
}

/** Those of the running store at this address, if it gives any. */
export function filledCartsOf(url: string): FilledCarts | undefined {
  const running = globalThis.__bootedStore
  return running?.url === url ? running.filledCarts : elsewhere.get(url)
}
