import { randomBytes } from "node:crypto"
import type { Response } from "express"
import type { ApiAnswer } from "./endpoints/endpoint"
import type { Fault } from "./faults"
import type { Timers } from "./timers"

/** How long a timeout fault leaves the caller waiting: longer than any sensible client waits. */
const TIMEOUT_MS = 120_000
const LIMIT_PER_SECOND = 1_000

/** The bodies of the errors that faults make. */
export type ErrorWords = Record<"tooMany" | "internal", () => Record<string, unknown>>

const currentWords: ErrorWords = {
  tooMany: () => ({ code: "too_many_requests", message: "Too many requests", type: "api_error" }),
  internal: () => ({
    code: "internal_error",
    message: "Internal error occurred. Please, contact technical support.",
    param: "",
    payment_id: "",
    type: "api_error",
    error_id: randomBytes(8).toString("hex"),
  }),
}

/** Sends an answer, or what the fault makes of it. Gives the status sent; 0 = none. */
export async function sendWithFault(
  response: Response,
  answer: ApiAnswer,
  fault: Fault | undefined,
  timers: Timers,
  words: ErrorWords = currentWords,
): Promise<number> {
  switch (fault?.kind) {
    case undefined:
    case "latency":
      return sendAnswer(response, answer)
    case "drop_before":
    case "drop_after":
      response.socket?.destroy()
      return 0
    case "timeout_before":
    case "timeout_after":
      await timers.wait(fault.ms ?? TIMEOUT_MS)
      response.socket?.destroy()
      return 0
    case "429":
      return sendAnswer(response, tooMany(fault.reset ?? 1, words))
    case "500_before":
    case "500_after":
      return sendAnswer(response, { status: 500, body: words.internal() })
    case "502_before":
    case "502_after":
      return sendText(response, 502, "<html><body><h1>502 Bad Gateway</h1></body></html>")
    case "malformed_after":
      return sendText(response, 200, '{"id":"40793291995743')
  }
}

const tooMany = (reset: number, words: ErrorWords): ApiAnswer => ({
  status: 429,
  headers: {
    "X-RateLimit-Limit": String(LIMIT_PER_SECOND),
    "X-RateLimit-Remaining": "0",
    "X-RateLimit-Reset": String(reset),
  },
  body: words.tooMany(),
})

function sendAnswer(response: Response, { status, body, headers }: ApiAnswer): number {
  response.status(status).set({
    "X-RateLimit-Limit": String(LIMIT_PER_SECOND),
    "X-RateLimit-Remaining": String(LIMIT_PER_SECOND - 1),
    "X-RateLimit-Reset": "0",
    ...headers,
  })
  if (body === null) response.end()
  else response.json(body)
  return status
}

function sendText(response: Response, status: number, text: string): number {
  response
    .status(status)
    .type(status === 200 ? "application/json" : "text/html")
    .end(text)
  return status
}
