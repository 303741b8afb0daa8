import { startOwnPostgres } from "./postgres-process"

type Database = { host: string; port: number; username: string; password: string }

/** Medusa's test runner turns SSL on, and hangs, for every host but the word `localhost`. */
const localName = (host: string) => (/^(127\.0\.0\.1|\[?::1\]?)$/.test(host) ? "localhost" : host)

function databaseFromUrl(text: string): Database {
  const url = new URL(text)
  return {
    host: localName(url.hostname),
    port: Number(url.port || 5432),
    username: decodeURIComponent(url.username) || "postgres",
    password: decodeURIComponent(url.password),
  }
}

async function chooseDatabase(env: NodeJS.ProcessEnv): Promise<Database> {
  if (env.DATABASE_URL) return databaseFromUrl(env.DATABASE_URL)
  if (env.DB_HOST) {
    return {
      host: localName(env.DB_HOST),
      port: Number(env.DB_PORT ?? 5432),
      username: env.DB_USERNAME ?? "postgres",
      password: env.DB_PASSWORD ?? "",
    }
  }
  return databaseFromUrl(await startOwnPostgres())
}

/**
 * Gives the test run a PostgreSQL: the one of DATABASE_URL or DB_HOST, DB_PORT, DB_USERNAME,
 * DB_PASSWORD (its user must be a superuser), else one of its own.
 */
export default async function startPostgres(): Promise<void> {
  // Read once, when the logger is first imported: Medusa's own boot messages would drown the tests.
  process.env.LOG_LEVEL ??= "error"
  const database = await chooseDatabase(process.env)
  process.env.DB_HOST = database.host
  process.env.DB_PORT = String(database.port)
  process.env.DB_USERNAME = database.username
  process.env.DB_PASSWORD = database.password
}
