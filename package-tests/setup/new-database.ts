import { randomBytes } from "node:crypto"
import { Client } from "pg"
import { z } from "zod"

const environment = z.object({
  DB_HOST: z.string(),
  DB_PORT: z.string(),
  DB_USERNAME: z.string(),
  DB_PASSWORD: z.string(),
})

export type NewDatabase = { url: string; drop(): Promise<void> }

/** Addresses on the PostgreSQL of this test run. */
const urlOf = (database: string): string => {
  const { DB_HOST, DB_PORT, DB_USERNAME, DB_PASSWORD } = environment.parse(process.env)
  const login = `${encodeURIComponent(DB_USERNAME)}:${encodeURIComponent(DB_PASSWORD)}`
  return `postgres://${login}@${DB_HOST}:${DB_PORT}/${database}`
}

const ask = async (sql: string): Promise<unknown[]> => {
  const client = new Client({ connectionString: urlOf("postgres") })
  await client.connect()
  return (await client.query(sql).finally(() => client.end())).rows
}

/** An empty database on the PostgreSQL of this test run. */
export async function newDatabase(): Promise<NewDatabase> {
  const name = `rozetkapay_package_${randomBytes(6).toString("hex")}`
  await ask(`create database ${name}`)
  return {
    url: urlOf(name),
    drop: async () => {
      await ask(`drop database if exists ${name} with (force)`)
    },
  }
}

/** As in "PostgreSQL 18.4". */
export async function serverVersion(): Promise<string> {
  const [row] = z
    .array(z.object({ server_version: z.string() }))
    .parse(await ask("show server_version"))
  return `PostgreSQL ${row?.server_version}`
}
