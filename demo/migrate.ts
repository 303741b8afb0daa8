import type { ChildProcess } from "node:child_process"
import path from "node:path"
import { Client } from "pg"
import { z } from "zod"
import { runNode } from "./child-program"
import { DemoFailure, messageOf } from "./failure"
import { hashOf } from "./source-hash"
import type { Progress } from "./steps"

const tables = z.array(z.object({ stamp: z.string().nullable(), store: z.string().nullable() }))
const stamps = z.array(z.object({ migrated: z.string() }))

export interface Migration {
  root: string
  folder: string
  databaseUrl: string
  env: NodeJS.ProcessEnv
  onStart(child: ChildProcess): void
}

/** The stamp lies in the database itself: a new, emptied or restored database is never taken for a migrated one. */
async function withDatabase<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  try {
    await client.connect()
  } catch (error) {
    throw new DemoFailure(
      `The database does not answer: ${messageOf(error)}`,
      "Check DATABASE_URL (the database itself must exist), or unset it to use the embedded one.",
    )
  }
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** What the database knows: the stamp of the demo's last migration, and whether it holds a store at all. */
const readState = (url: string) =>
  withDatabase(url, async (client) => {
    const { rows } = await client.query(
      "select to_regclass('rozetkapay_demo.stamp') as stamp, to_regclass('mikro_orm_migrations') as store",
    )
    const known = tables.parse(rows)[0]
    if (!known?.stamp) return { stamp: undefined, empty: !known?.store }
    const stamp = await client.query("select migrated from rozetkapay_demo.stamp")
    return { stamp: stamps.parse(stamp.rows)[0]?.migrated, empty: false }
  })

const writeStamp = (url: string, stamp: string) =>
  withDatabase(url, async (client) => {
    await client.query("create schema if not exists rozetkapay_demo")
    await client.query(
      "create table if not exists rozetkapay_demo.stamp (id integer primary key check (id = 1), migrated text not null)",
    )
    await client.query(
      "insert into rozetkapay_demo.stamp (id, migrated) values (1, $1) on conflict (id) do update set migrated = $1",
      [stamp],
    )
  })

/** Brings the database to what this repository's Medusa expects. Answers false when it already was there. */
export async function migrate(migration: Migration, progress: Progress): Promise<boolean> {
  const { root, folder, databaseUrl, env } = migration
  const wanted = hashOf(root, ["package-lock.json", "src/modules", "src/links"])
  const state = await readState(databaseUrl)
  if (state.stamp === wanted) return false
  // The scripts that follow migrations mend an older store's rows; an empty database has none.
  const options = ["--execute-safe-links", ...(state.empty ? ["--skip-scripts"] : [])]
  let modules = 0
  await runNode(
    {
      name: "medusa db:migrate",
      args: [require.resolve("@medusajs/cli/cli.js"), "db:migrate", ...options],
      cwd: root,
      env,
      logFile: path.join(folder, "logs", "migrate.log"),
      onLine: (line) => {
        const module = /MODULE: ([\w-]+)/.exec(line)?.[1]
        if (module) progress.say(`module ${++modules}, ${module}`)
        else if (/links/i.test(line)) progress.say("links between modules")
        else if (/script/i.test(line)) progress.say("data scripts")
      },
    },
    "Read the log; a database that something else left half made is cured by removing .demo (or by another DATABASE_URL).",
    migration.onStart,
  )
  await writeStamp(databaseUrl, wanted)
  return true
}
