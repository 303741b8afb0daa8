import net from "node:net"
import { holdPort, withFreePort } from "../demo/ports"

const listenOn = (port: number) =>
  new Promise<net.Server>((resolve, reject) => {
    const server = net.createServer()
    server.once("error", reject)
    server.listen(port, "127.0.0.1", () => resolve(server))
  })
const portOf = (server: net.Server) => {
  const address = server.address()
  return typeof address === "object" && address !== null ? address.port : 0
}

test("a port that was chosen for the demo can not be taken before the demo's server is ready", async () => {
  const held = await holdPort("storefront", { preferred: 0, fixed: false })
  await expect(listenOn(held.port)).rejects.toThrow("EADDRINUSE")
  const server = net.createServer((socket) => socket.end("the shop"))
  await new Promise<void>((resolve) => server.listen(held.server, resolve))
  const heard = await new Promise<string>((resolve, reject) => {
    const socket = net.connect(held.port, "127.0.0.1")
    socket.on("data", (text) => resolve(text.toString()))
    socket.on("error", reject)
  })
  expect(heard).toBe("the shop")
  await new Promise((resolve) => server.close(resolve))
})

test("when somebody is quicker than the demo, another port is chosen", async () => {
  const rivals: net.Server[] = []
  const server = await withFreePort("sandbox", { preferred: 0, fixed: false }, [], async (port) => {
    if (rivals.length === 0) rivals.push(await listenOn(port))
    return listenOn(port)
  })
  expect(rivals.map(portOf)).not.toContain(portOf(server))
  for (const one of [server, ...rivals]) one.close()
})
