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

/** An empty database on the PostgreSQL of this test run. */
export async function newDatabase(): Promise<NewDatabase> {
  const { DB_HOST, DB_PORT, DB_USERNAME, DB_PASSWORD } = environment.parse(process.env)
  const name = `rozetkapay_package_${randomBytes(6).toString("hex")}`
  const login = `${encodeURIComponent(DB_USERNAME)}:${encodeURIComponent(DB_PASSWORD)}`
  const urlOf = (database: string) => `postgres://${login}@${DB_HOST}:${DB_PORT}/${database}`
  const ask = async (sql: string) => {
    const client = new Client({ connectionString: urlOf("postgres") })
    await client.connect()
    await client.query(sql).finally(() => client.end())
  }
  await ask(`create database ${name}`)
  return { url: urlOf(name), drop: () => ask(`drop database if exists ${name} with (force)`) }
}
