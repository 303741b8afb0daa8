import { randomBytes } from "node:crypto"
import { Client, Pool } from "pg"
import { z } from "zod"
import { copyTemplate, dropDatabase, urlOf } from "../../setup/migrated-template"

/** Where a database's backup lies: beside its own tables, so that copying is a matter of milliseconds. */
const BACKUP = "backup"

/** One store's own database, with a connection for looking into it from outside of Medusa. */
export class StoreDatabase {
  private constructor(
    private readonly name: string,
    private readonly client: Client,
    /** Not that of backups and restores: whoever asks meanwhile is no part of their transactions. */
    private readonly others: Pool,
  ) {}

  static async create(): Promise<StoreDatabase> {
    const name = `rozetkapay_store_${randomBytes(6).toString("hex")}`
    await copyTemplate(name)
    const client = new Client({ connectionString: urlOf(name) })
    await client.connect()
    return new StoreDatabase(name, client, new Pool({ connectionString: urlOf(name) }))
  }

  get url(): string {
    return urlOf(this.name)
  }

  async rows<Shape extends z.ZodType>(
    shape: Shape,
    sql: string,
    values: unknown[] = [],
  ): Promise<z.output<Shape>[]> {
    return z.array(shape).parse((await this.client.query(sql, values)).rows)
  }

  /** @param sql - with values as `:name` */
  async named(sql: string, values: Record<string, string>): Promise<unknown[]> {
    const names = Object.keys(values)
    const numbered = sql.replace(/:(\w+)/g, (_, name) => `$${names.indexOf(name) + 1}`)
    return (await this.others.query(numbered, Object.values(values))).rows
  }

  /** A copy of every row at one moment, made while the store runs. */
  async backUp(): Promise<void> {
    const copy = async (table: string) => {
      const { rowCount } = await this.client.query(`select 1 from public.${table} limit 1`)
      if (rowCount)
        await this.client.query(`create table ${BACKUP}.${table} as table public.${table}`)
    }
    await this.client.query(`drop schema if exists ${BACKUP} cascade; create schema ${BACKUP}`)
    await this.client.query("begin isolation level repeatable read")
    for (const table of await this.tablesOf("public")) await copy(table)
    await this.client.query("commit")
  }

  /** Every row as it was then, and none that came later. Only while no store runs. */
  async restore(): Promise<void> {
    const all = (await this.tablesOf("public")).map((table) => `public.${table}`)
    await this.client.query("begin")
    await this.client.query("set local session_replication_role = replica")
    await this.client.query(`truncate ${all.join(", ")} cascade`)
    for (const table of await this.tablesOf(BACKUP)) {
      await this.client.query(`insert into public.${table} select * from ${BACKUP}.${table}`)
    }
    await this.client.query("commit")
  }

  private async tablesOf(schema: string): Promise<string[]> {
    const name = z.object({ name: z.string() })
    const sql = "select quote_ident(tablename) as name from pg_tables where schemaname = $1"
    return (await this.rows(name, sql, [schema])).map((one) => one.name)
  }

  async drop(): Promise<void> {
    await Promise.all([this.client.end(), this.others.end()])
    await dropDatabase(this.name)
  }
}
