/**
 * Runs one PostgreSQL for as long as its standard input stays open, then stops it and removes its
 * files. A process of its own: a test run that is killed closes the pipe, and no server is left behind.
 *
 * Prints its url in one line once it takes connections.
 */
import { chmodSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { DemoFailure, messageOf } from "../../demo/failure"
import { startPostgres } from "../../demo/postgres"

// The account that root lends PostgreSQL must be able to pass through.
const folder = mkdtempSync(join(tmpdir(), "rozetkapay-postgres-"))
chmodSync(folder, 0o711)

let stopServer = async () => {}
const rubbish = new Set([folder])

async function stop(code: number): Promise<never> {
  await stopServer()
  for (const each of rubbish) rmSync(each, { recursive: true, force: true })
  process.exit(code)
}

process.stdin.resume()
process.stdin.on("end", () => stop(0))
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => undefined)

startPostgres(folder, {
  onStart: (stopIt) => {
    stopServer = stopIt
  },
  // A test database need not survive a power cut, and is copied anew for each test.
  settings: [
    "fsync=off",
    "full_page_writes=off",
    "wal_level=minimal",
    "max_wal_senders=0",
    "autovacuum=off",
    "jit=off",
  ],
})
  .then(({ url, home }) => {
    rubbish.add(home)
    process.stdout.write(`${url}\n`)
  })
  .catch((error) => {
    const advice = error instanceof DemoFailure ? `${error.advice}\n${error.details ?? ""}` : ""
    process.stderr.write(`${messageOf(error)}\n${advice}\n`)
    return stop(1)
  })
