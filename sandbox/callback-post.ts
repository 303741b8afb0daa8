import { request as httpRequest } from "node:http"
import { request as httpsRequest } from "node:https"

/** What the merchant's server answered; status 0 = no answer, `body` then says why. */
export type CallbackAnswer = { status: number; ms: number; body: string }

const KEPT_BODY = 2_000

/** POSTs one callback: no redirects followed, no socket kept. Never throws. */
export function postCallback(
  url: string,
  body: string,
  signature: string,
  { timeoutMs, signal }: { timeoutMs: number; signal: AbortSignal },
): Promise<CallbackAnswer> {
  const started = Date.now()
  return new Promise((resolve) => {
    const end = (status: number, text: string) =>
      resolve({ status, ms: Date.now() - started, body: text.slice(0, KEPT_BODY) })
    try {
      const send = url.startsWith("https:") ? httpsRequest : httpRequest
      const request = send(
        url,
        {
          method: "POST",
          agent: false,
          signal,
          timeout: timeoutMs,
          headers: {
            "content-type": "application/json",
            "content-length": Buffer.byteLength(body),
            "x-rozetkapay-signature": signature,
            "user-agent": "rozetkapay-sandbox",
            connection: "close",
          },
        },
        (response) => {
          let text = ""
          response.setEncoding("utf8")
          response.on("data", (chunk: string) => {
            if (text.length < KEPT_BODY) text += chunk
          })
          response.on("end", () => end(response.statusCode ?? 0, text))
          response.on("error", (error) => end(0, error.message))
        },
      )
      request.on("timeout", () => request.destroy(new Error(`no answer within ${timeoutMs} ms`)))
      request.on("error", (error) => end(0, error.message))
      request.end(body)
    } catch (error) {
      end(0, error instanceof Error ? error.message : String(error))
    }
  })
}
