import { Agent, request } from "node:http"
import { timed } from "./spread"

/**
 * The cheapest way to call the gateway from Node: node:http, a connection that is kept, the body as
 * text, the answer read and thrown away. What the provider's own time is compared with.
 */
export class BareGateway {
  private readonly agent = new Agent({ keepAlive: true, timeout: 4_000 })
  private readonly authorization: string

  constructor(
    private readonly url: string,
    { login, password }: { login: string; password: string },
  ) {
    this.authorization = `Basic ${Buffer.from(`${login}:${password}`).toString("base64")}`
  }

  /** @returns milliseconds. @throws when the gateway's answer is not 2xx (info of an unpaid payment: 400). */
  info(externalId: string, expected = 200): Promise<number> {
    const query = new URLSearchParams({ external_id: externalId })
    return timed(() => this.call("GET", `/api/payments/v1/info?${query}`, undefined, expected))
  }

  /** @returns milliseconds. */
  post(endpoint: "new" | "confirm" | "refund", body: string): Promise<number> {
    return timed(() => this.call("POST", `/api/payments/v1/${endpoint}`, body, 200))
  }

  close(): void {
    this.agent.destroy()
  }

  private call(method: string, path: string, body: string | undefined, expected: number) {
    return new Promise<void>((resolve, reject) => {
      const call = request(
        new URL(path, this.url),
        {
          method,
          agent: this.agent,
          headers: {
            accept: "application/json",
            authorization: this.authorization,
            ...(body === undefined
              ? {}
              : { "content-type": "application/json", "content-length": Buffer.byteLength(body) }),
          },
        },
        (answer) => {
          answer.resume()
          answer.once("error", reject)
          answer.once("end", () => {
            if (answer.statusCode === expected) resolve()
            else reject(new Error(`${method} ${path} answered ${answer.statusCode}`))
          })
        },
      )
      call.once("error", reject)
      call.end(body)
    })
  }
}
