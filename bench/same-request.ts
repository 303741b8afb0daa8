import { Agent, request } from "node:http"
import { timed } from "./spread"

/** A request as a provider has sent it: for what this process can't see of it, `body`, ask the gateway's log. */
export type SentRequest = {
  method: string
  path: string
  headers: Record<string, string>
  body: string
}

/** Sends what a provider has sent by node:http alone, over a connection that is kept. */
export class SameRequest {
  private readonly agent = new Agent({ keepAlive: true, timeout: 4_000 })

  constructor(private readonly url: string) {}

  /** @returns milliseconds. @throws when it was refused */
  send({ method, path, headers, body }: SentRequest): Promise<number> {
    const send = () =>
      new Promise<void>((resolve, reject) => {
        const call = request(
          new URL(path, this.url),
          {
            method,
            agent: this.agent,
            headers: { ...headers, "content-length": Buffer.byteLength(body) },
          },
          (answer) => {
            let text = ""
            answer.setEncoding("utf8")
            answer.on("data", (part: string) => {
              text += part
            })
            answer.once("error", reject)
            answer.once("end", () => {
              const { statusCode = 0 } = answer
              // The legacy API says by a redirect where the shopper pays.
              if (statusCode >= 200 && statusCode < 400) resolve()
              else reject(new Error(`${method} ${path} answered ${statusCode}: ${text}`))
            })
          },
        )
        call.once("error", reject)
        call.end(body)
      })
    return timed(send)
  }

  close(): void {
    this.agent.destroy()
  }
}
