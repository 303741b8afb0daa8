import { spawn } from "node:child_process"
import { randomBytes } from "node:crypto"
import { join } from "node:path"
import { Client } from "pg"
import { z } from "zod"

export const REPOSITORY = join(__dirname, "../..")

/** One name for each run, so that two runs on one PostgreSQL do not meet; Jest's workers inherit it. */
process.env.ROZETKAPAY_TEST_RUN ??= String(process.pid)
const TEMPLATE = `rozetkapay_template_${process.env.ROZETKAPAY_TEST_RUN}`
const STORE = `rozetkapay_store_${process.env.ROZETKAPAY_TEST_RUN}_`

export const newDatabaseName = (): string => `${STORE}${randomBytes(6).toString("hex")}`

const environment = z.object({
  DB_HOST: z.string(),
  DB_PORT: z.string(),
  DB_USERNAME: z.string(),
  DB_PASSWORD: z.string(),
})

export function urlOf(database: string): string {
  const { DB_HOST, DB_PORT, DB_USERNAME, DB_PASSWORD } = environment.parse(process.env)
  const login = `${encodeURIComponent(DB_USERNAME)}:${encodeURIComponent(DB_PASSWORD)}`
  return `postgres://${login}@${DB_HOST}:${DB_PORT}/${database}`
}

async function adminQuery(sql: string): Promise<void> {
  const client = new Client({ connectionString: urlOf("postgres") })
  await client.connect()
  await client.query(sql).finally(() => client.end())
}

/** A migrated, empty store of which every spec file gets a copy. */
export async function createTemplate(): Promise<void> {
  await dropTemplate()
  await adminQuery(`create database ${TEMPLATE}`)
  await migrate(TEMPLATE)
}

export const dropTemplate = (): Promise<void> => dropDatabase(TEMPLATE)

export const dropDatabase = (name: string): Promise<void> =>
  adminQuery(`drop database if exists "${name}" with (force)`)

export const copyTemplate = (name: string): Promise<void> =>
  adminQuery(`create database "${name}" template ${TEMPLATE}`)

/** Brings a database to what this repository's Medusa expects, as a merchant does. */
async function migrate(database: string): Promise<void> {
  const said: string[] = []
  const child = spawn(
    process.execPath,
    [
      require.resolve("@medusajs/cli/cli.js"),
      "db:migrate",
      "--execute-safe-links",
      "--skip-scripts",
    ],
    {
      cwd: REPOSITORY,
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        ...process.env,
        NODE_OPTIONS: "",
        LOG_LEVEL: "info",
        DATABASE_URL: urlOf(database),
        ROZETKAPAY_LOGIN: "migration",
        ROZETKAPAY_PASSWORD: "migration",
        MEDUSA_DISABLE_TELEMETRY: "true",
      },
    },
  )
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (text) => said.push(String(text)))
  }
  const code = await new Promise((resolve, reject) => {
    child.once("error", reject)
    child.once("close", resolve)
  })
  if (code !== 0) throw new Error(`medusa db:migrate failed:\n${said.join("").slice(-4_000)}`)
}
