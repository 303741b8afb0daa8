import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { type Exchange, RozetkaPayClient, type RozetkaPayClientOptions } from "../client"

export type ReceivedRequest = {
  method: string
  /** Path with the query. */
  url: string
  headers: IncomingMessage["headers"]
  body: string
}

export type Answer = {
  status?: number
  headers?: Record<string, string>
  /** Text as it is, or a value to be written as JSON. */
  body?: unknown
}

/** What to do with the nth request: answer it, or do something worse with the connection. */
export type Reaction = Answer | ((response: ServerResponse) => void)

export type LocalGateway = {
  url: string
  requests: ReceivedRequest[]
  close(): Promise<void>
}

/** A real HTTP server on this machine; the last reaction serves all further requests. */
export async function startGateway(...reactions: Reaction[]): Promise<LocalGateway> {
  const requests: ReceivedRequest[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) {
      chunks.push(chunk)
    }
    const { method = "", url = "", headers } = request
    requests.push({ method, url, headers, body: Buffer.concat(chunks).toString() })
    const reaction = reactions[Math.min(requests.length, reactions.length) - 1] ?? {}
    if (typeof reaction === "function") {
      reaction(response)
      return
    }
    const { status = 200, headers: answerHeaders = {}, body } = reaction
    response.writeHead(status, { "Content-Type": "application/json", ...answerHeaders })
    response.end(typeof body === "string" || body === undefined ? body : JSON.stringify(body))
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** The connection ends after the request was read, without an answer. */
export const dropConnection = (response: ServerResponse) => {
  response.socket?.destroy()
}

export const neverAnswer = () => {}

export const LOGIN = "shop-login"
export const PASSWORD = " pass:wörd with spaces "
export const BASIC = Buffer.from(`${LOGIN}:${PASSWORD}`).toString("base64")

/** Runs with a gateway and a client on it, and closes the gateway whatever happens. */
export async function withGateway<Result>(
  reactions: Reaction[],
  run: (client: RozetkaPayClient, gateway: LocalGateway, exchanges: Exchange[]) => Promise<Result>,
  options: Partial<RozetkaPayClientOptions> = {},
): Promise<Result> {
  const gateway = await startGateway(...reactions)
  const exchanges: Exchange[] = []
  const client = new RozetkaPayClient({
    login: LOGIN,
    password: PASSWORD,
    apiUrl: gateway.url,
    onExchange: (exchange) => exchanges.push(exchange),
    ...options,
  })
  try {
    return await run(client, gateway, exchanges)
  } finally {
    await gateway.close()
  }
}
