import { Client } from "pg"
import { type Migration, migrate } from "../../../demo/migrate"

/** Migrated, and nothing in it. */
const TEMPLATE = "admin_tests_empty"
const DATABASE = "admin_tests"

type Wishes = Pick<Migration, "root" | "folder" | "onStart"> & {
  /** Any database of the PostgreSQL server. */
  server: string
  envOf(databaseUrl: string): NodeJS.ProcessEnv
}

/**
 * A database without a sale, at once: what the last run left is thrown away, and the migrated one, which
 * is kept, copied.
 *
 * @returns its address
 */
export async function freshDatabase({ server, envOf, ...wishes }: Wishes): Promise<string> {
  const client = new Client({ connectionString: server })
  await client.connect()
  try {
    const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [
      TEMPLATE,
    ])
    if (!rowCount) await client.query(`create database ${TEMPLATE}`)
    const databaseUrl = addressOf(server, TEMPLATE)
    await migrate({ ...wishes, databaseUrl, env: envOf(databaseUrl) }, { say: () => undefined })
    await client.query(`drop database if exists ${DATABASE} with (force)`)
    await client.query(`create database ${DATABASE} template ${TEMPLATE}`)
    return addressOf(server, DATABASE)
  } finally {
    await client.end()
  }
}

const addressOf = (server: string, database: string): string => {
  const address = new URL(server)
  address.pathname = `/${database}`
  return address.href
}
