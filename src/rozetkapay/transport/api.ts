import type { z } from "zod"
import type { ErrorKind, RozetkaPayError } from "../errors"
import type { Effect, Failure } from "./retry-judgement"

export type RozetkaPayClientOptions = {
  login: string
  /** As RozetkaPay gave it: never trimmed. */
  password: string
  /** Default "https://api.rozetkapay.com". */
  apiUrl?: string
  /** A partner's child login, sent as X-ON-BEHALF-OF. */
  onBehalfOf?: string
  /** Milliseconds for one request and its answer. Default 8000. */
  timeoutMs?: number
  /** Milliseconds for one call with its repeats and waits. Default 9500. */
  totalTimeMs?: number
  /** Told about every request when it has ended; for log lines. What it throws is ignored. */
  onExchange?: (exchange: Exchange) => void
}

/** One of RozetkaPay's APIs: where it is, how a call proves whose it is, and how its answers read. */
export type Api = Pick<RozetkaPayClientOptions, "timeoutMs" | "totalTimeMs" | "onExchange"> & {
  url: string
  /** Some ways of signing need the very text of the body; "" when there is none. */
  credentials: (body: string) => Record<string, string>
  /** What of the credentials no error may repeat. */
  secrets: string[]
  judge: <Answer>(
    call: Call<Answer>,
    httpStatus: number,
    headers: { [name: string]: unknown },
    bodyText: unknown,
    secrets: string[],
  ) => AttemptResult<Answer>
}

/** One request and how it ended. Holds no secrets. */
export type Exchange = {
  operation: string
  externalId?: string
  outcome: "ok" | ErrorKind
  httpStatus?: number
  code?: string
  durationMs: number
  attempt: number
}

export type Call<Answer> = {
  operation: string
  method: "GET" | "POST" | "DELETE"
  path: string
  query?: Record<string, string>
  /** JSON text. */
  body?: string
  externalId?: string
  /** A seller whose project this one call is about, sent as X-ON-BEHALF-OF. */
  onBehalfOf?: string
  effect: Effect
  /** What of this request no error may repeat: tokens, ids that can charge. Empty ones are ignored. */
  secrets?: (string | undefined)[]
  answer: z.ZodType<Answer>
}

export type AttemptResult<Answer> =
  | { ok: true; answer: Answer; httpStatus: number }
  | { ok: false; error: RozetkaPayError; failure: Failure; resetSeconds: number | null }

/** What a resource of the API sends its calls by. */
export type Sender = {
  /** @throws {RozetkaPayError} and nothing else. */
  send<Answer>(call: Call<Answer>): Promise<Answer>
}
