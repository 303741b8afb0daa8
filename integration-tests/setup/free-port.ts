import { randomInt } from "node:crypto"
import { createServer } from "node:net"

/** Below those that a system gives to whoever asks for any: nobody takes one of these by chance. */
const FIRST_PORT = 20_000
/** Each of Jest's workers has ports of its own: a store takes half a minute from its port to listening on it. */
const PORTS_OF_WORKER = 1_000
const WORKERS = 10

const given = new Set<number>()

const isFree = (port: number) =>
  new Promise<boolean>((resolve) => {
    const probe = createServer()
    probe.once("error", () => resolve(false))
    probe.listen(port, () => probe.close(() => resolve(true)))
  })

/** A TCP port that nobody listens on, and that nobody else in this test run is given. */
export async function freePort(): Promise<number> {
  const worker = Number(process.env.JEST_WORKER_ID ?? 1) % WORKERS
  for (let tries = 0; tries < PORTS_OF_WORKER; tries++) {
    const port = FIRST_PORT + worker * PORTS_OF_WORKER + randomInt(PORTS_OF_WORKER)
    if (given.has(port)) continue
    given.add(port)
    if (await isFree(port)) return port
  }
  throw new Error(`No port from ${FIRST_PORT} on is free for Jest's worker ${worker}.`)
}
