import net from "node:net"
import { DemoFailure } from "./failure"
import type { PortWish } from "./settings"

/** Something may listen on one address only, and a browser tries ::1 and 127.0.0.1 for localhost. */
const isAnswered = (port: number, host: string) =>
  new Promise<boolean>((resolve) => {
    const socket = net.connect({ port, host, timeout: 500 })
    const done = (answered: boolean) => {
      socket.destroy()
      resolve(answered)
    }
    socket.on("connect", () => done(true))
    socket.on("error", () => done(false))
    socket.on("timeout", () => done(true))
  })

const canListen = (port: number) =>
  new Promise<number | undefined>((resolve) => {
    const server = net.createServer()
    server.on("error", () => resolve(undefined))
    server.listen(port, "127.0.0.1", () => {
      const address = server.address()
      const got = address && typeof address === "object" ? address.port : undefined
      server.close(() => resolve(got))
    })
  })

export async function isFree(port: number): Promise<boolean> {
  if (await isAnswered(port, "127.0.0.1")) return false
  if (await isAnswered(port, "::1")) return false
  return (await canListen(port)) !== undefined
}

/** A free port as near above the preferred one as possible. `taken` are ours that nobody listens on yet. */
export async function choosePort(
  name: string,
  wish: PortWish,
  taken: number[] = [],
): Promise<number> {
  if (wish.preferred === 0) {
    let port = await anyFreePort()
    while (taken.includes(port)) port = await anyFreePort()
    return port
  }
  if (wish.fixed) {
    if (!taken.includes(wish.preferred) && (await isFree(wish.preferred))) return wish.preferred
    throw new DemoFailure(
      `Port ${wish.preferred}, asked for the ${name}, is busy`,
      "Stop the program that uses it or name another port in DEMO_PORTS (0 = any free port).",
    )
  }
  for (let port = wish.preferred; port < wish.preferred + 100; port++) {
    if (!taken.includes(port) && (await isFree(port))) return port
  }
  throw new DemoFailure(
    `No free port for the ${name} between ${wish.preferred} and ${wish.preferred + 99}`,
    "Name a free one in DEMO_PORTS=storefront,medusa,sandbox.",
  )
}

/** A port that is ours from the moment it was chosen, until its server takes it over. */
export interface HeldPort {
  port: number
  server: net.Server
}

/**
 * Chooses a port and listens on it at once: a first start needs a minute until the store itself does,
 * and whoever took the port meanwhile would end it. Who calls too early is turned away.
 */
export async function holdPort(
  name: string,
  wish: PortWish,
  taken: number[] = [],
): Promise<HeldPort> {
  return withFreePort(name, wish, taken, async (port) => {
    const server = net.createServer((socket) => socket.destroy())
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject)
      server.listen(port, "127.0.0.1", resolve)
    })
    return { port, server }
  })
}

/** Lets `listen` have a free port; another one when somebody was quicker. */
export async function withFreePort<Listening>(
  name: string,
  wish: PortWish,
  taken: number[],
  listen: (port: number) => Promise<Listening>,
): Promise<Listening> {
  for (let lost = 0; ; lost++) {
    const port = await choosePort(name, wish, taken)
    try {
      return await listen(port)
    } catch (error) {
      const isBusy = String(error).includes("EADDRINUSE")
      if (!isBusy || lost >= 20) throw error
    }
  }
}

async function anyFreePort(): Promise<number> {
  const port = await canListen(0)
  if (port === undefined) {
    throw new DemoFailure("The machine gives out no free port", "Stop some programs and try again.")
  }
  return port
}
