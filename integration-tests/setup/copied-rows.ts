import { generateEntityId } from "@medusajs/framework/utils"
import { z } from "zod"

/**
 * What Medusa writes for one thing of a kind, such as a cart: the rows' tables, and which rows are the
 * thing's own, by its `:id` and its owner's `:email`.
 */
export type Written = {
  rows: Record<string, string>
  /** Whose number PostgreSQL gives: the table, its column, and the sequence. */
  numbered?: { table: string; column: string; sequence: string }
}

/** Whose it is: a guest has no account, and so no customer of theirs before it. */
type Owner = { email: string; customerId?: string }

/** What shoppers, payments and orders change. Any other table may be what a copy is made of. */
const SALES = new RegExp(
  `^(${[
    "account_holder|cart|cart_.*|credit_line|customer|customer_(account_holder|address)",
    "auth_.*|provider_identity|user|user_.*|notification|workflow_execution|search_.*",
    "payment|payment_(collection|session)|payment_collection_.*|capture|refund|order|order_.*",
  ].join("|")})$`,
)

const row = z.looseObject({ id: z.string() })
const rows = z.record(z.string(), z.array(row))
export type Rows = z.output<typeof rows>

const readOf = ({ rows: written }: Written) =>
  `select jsonb_build_object(${Object.entries(written).map(
    ([table, which]) =>
      `'${table}', (select coalesce(jsonb_agg(to_jsonb(one) order by id), '[]') from "${table}" one where ${which})`,
  )}) as rows`

/** All in one statement: foreign keys are checked when it ends. */
const writeOf = ({ rows: written }: Written) =>
  `with given as (select cast(:rows as jsonb) as rows), ${Object.keys(written).map(
    (table) => `in_${table} as (
      insert into "${table}" select one.* from given, jsonb_populate_recordset(cast(null as "${table}"), rows -> '${table}') one
    )`,
  )} select`

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

export type CopyingStore = {
  /** Asks the store's database; values stand in the query as `:name`. @returns the rows */
  query(sql: string, values: Record<string, string>): Promise<unknown>
  /** Whether Medusa would make such a thing just now, and as it has made the others. */
  canCopy(): Promise<boolean>
}

/**
 * Things of one kind that Medusa has made, and copies of them, which it can't tell from its own: making
 * them costs it more than what the tests are about. A store whose goods, prices, regions or deliveries
 * are not those that it was seeded with gives no copies.
 */
export class CopiedRows {
  private readonly known = new Map<string, { template: Rows; owner: Owner }>()
  private readonly read: string
  private readonly write: string

  constructor(
    private readonly written: Written,
    private readonly store: CopyingStore,
  ) {
    this.read = readOf(written)
    this.write = writeOf(written)
  }

  /** @returns the copy's rows, if one like this is known */
  async copy(kind: string, owner: Owner): Promise<Rows | undefined> {
    const known = this.known.get(kind)
    if (!known || !(await this.store.canCopy())) return undefined
    const copy = copyOf(known.template, known.owner, owner)
    await this.number(copy)
    await this.store.query(this.write, { rows: JSON.stringify(copy) })
    return copy
  }

  /** Keeps what Medusa has made, to be copied. */
  async keep(kind: string, id: string, owner: Owner): Promise<void> {
    if (!(await this.store.canCopy())) return
    const found = await this.store.query(this.read, { id, email: owner.email })
    const [{ rows: template }] = z.tuple([z.object({ rows })]).parse(found)
    // A database that came back older may not have it any more.
    const isThere = Object.values(template).some((list) => list.length > 0)
    if (isThere) this.known.set(kind, { template, owner })
  }

  private async number(copy: Rows): Promise<void> {
    if (!this.written.numbered) return
    const { table, column, sequence } = this.written.numbered
    for (const one of copy[table] ?? []) {
      const given = await this.store.query("select cast(nextval(:sequence) as int) as number", {
        sequence,
      })
      one[column] = z.tuple([z.object({ number: z.int() })]).parse(given)[0].number
    }
  }
}
