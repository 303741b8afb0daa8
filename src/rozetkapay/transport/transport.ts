import { Agent as HttpAgent } from "node:http"
import { Agent as HttpsAgent } from "node:https"
import { setTimeout as sleep } from "node:timers/promises"
import axios, { type AxiosInstance } from "axios"
import { type ErrorKind, RozetkaPayError } from "../errors"
import type { Api, AttemptResult, Call, Sender } from "./api"
import { networkFailure } from "./redaction"
import { type Failure, retryJudgement } from "./retry-judgement"

const LARGEST_ANSWER_BYTES = 5 * 1024 * 1024
/** Below the 5 s after which many servers close an idle connection under the next request. */
const IDLE_CONNECTION_MS = 4000

/** Sends calls with an API's credentials, within bounded time, and repeats what may be repeated. */
export class Transport implements Sender {
  /** Holds the credentials: a client that is logged or written as JSON must not show them. */
  readonly #api: Api
  private readonly http: AxiosInstance
  private readonly timeoutMs: number
  private readonly totalTimeMs: number

  constructor(api: Api) {
    this.#api = api
    this.timeoutMs = api.timeoutMs ?? 8000
    this.totalTimeMs = api.totalTimeMs ?? 9500
    const connections = { keepAlive: true, timeout: IDLE_CONNECTION_MS }
    this.http = axios.create({
      adapter: "http",
      baseURL: api.url,
      headers: { Accept: "application/json" },
      httpAgent: new HttpAgent(connections),
      httpsAgent: new HttpsAgent(connections),
      // A redirect would carry the credentials to another place.
      maxRedirects: 0,
      maxContentLength: LARGEST_ANSWER_BYTES,
      responseType: "text",
      // Bodies are read and written as text by us: a float must never touch an amount.
      transformRequest: [(body: unknown) => body],
      transformResponse: [(body: unknown) => body],
      validateStatus: () => true,
      // HTTP_PROXY and HTTPS_PROXY are for the internet, not for a sandbox on this machine.
      ...(isLoopback(new URL(api.url).hostname) ? { proxy: false } : {}),
    })
  }

  /** @throws {RozetkaPayError} and nothing else. */
  async send<Answer>(call: Call<Answer>): Promise<Answer> {
    const deadline = performance.now() + this.totalTimeMs
    let mayHaveHappened = false
    for (let attempt = 1; ; attempt++) {
      const startedAt = performance.now()
      const result = await this.attempt(call, Math.min(this.timeoutMs, deadline - startedAt))
      this.report(call, result, attempt, performance.now() - startedAt)
      if (result.ok) {
        return result.answer
      }
      const judgement = retryJudgement({
        failure: result.failure,
        effect: call.effect,
        attempt,
        resetSeconds: result.resetSeconds,
        remainingMs: deadline - performance.now(),
        shortestAttemptMs: Math.min(1000, this.timeoutMs),
        random: Math.random(),
      })
      if (!judgement.retry) {
        throw mayHaveHappened ? withDoubt(result.error) : result.error
      }
      mayHaveHappened ||= result.error.mayHaveHappened
      await sleep(judgement.waitMs)
    }
  }

  private async attempt<Answer>(
    call: Call<Answer>,
    timeoutMs: number,
  ): Promise<AttemptResult<Answer>> {
    // Our own clock: axios' timeout measures silence, and a body that drips would never end.
    const clock = new AbortController()
    const timer = setTimeout(() => clock.abort(), timeoutMs)
    try {
      const response = await this.http.request<unknown>({
        method: call.method,
        url: call.path,
        params: call.query,
        data: call.body,
        headers: {
          ...this.#api.credentials(call.body ?? ""),
          ...(call.onBehalfOf === undefined ? {} : { "X-ON-BEHALF-OF": call.onBehalfOf }),
          ...(call.body === undefined ? {} : { "Content-Type": "application/json" }),
        },
        signal: clock.signal,
      })
      const secrets = [...this.#api.secrets, ...(call.secrets ?? [])]
        .filter((secret) => secret !== undefined)
        .filter((secret) => secret !== "")
      return this.#api.judge(call, response.status, response.headers, response.data, secrets)
    } catch (thrown) {
      const { failure, explanation } = networkFailure(thrown, clock.signal.aborted)
      const kind = KIND_OF_NETWORK_FAILURE[failure]
      const error = new RozetkaPayError({ kind, operation: call.operation, explanation })
      return { ok: false, error, failure, resetSeconds: null }
    } finally {
      clearTimeout(timer)
    }
  }

  private report<Answer>(
    call: Call<Answer>,
    result: AttemptResult<Answer>,
    attempt: number,
    durationMs: number,
  ) {
    const httpStatus = result.ok ? result.httpStatus : result.error.httpStatus
    const code = result.ok ? null : result.error.code
    try {
      this.#api.onExchange?.({
        operation: call.operation,
        ...(call.externalId === undefined ? {} : { externalId: call.externalId }),
        outcome: result.ok ? "ok" : result.error.kind,
        ...(httpStatus === null ? {} : { httpStatus }),
        ...(code === null ? {} : { code }),
        durationMs: Math.round(durationMs),
        attempt,
      })
    } catch {
      // A broken logger must not turn a refund that was made into one that seems to have failed.
    }
  }
}

const KIND_OF_NETWORK_FAILURE: Record<Failure, ErrorKind> = {
  not_sent: "unavailable",
  rate_limited: "unavailable",
  refused: "rejected",
  server_error: "outcome_unknown",
  dropped: "outcome_unknown",
  timeout: "outcome_unknown",
  not_understood: "malformed",
}

/** An earlier attempt may have been carried out, so the last one's "nothing was done" is not the whole truth. */
function withDoubt(last: RozetkaPayError): RozetkaPayError {
  return last.kind === "unavailable"
    ? new RozetkaPayError({
        ...last,
        kind: "outcome_unknown",
        explanation: "an earlier attempt may have been carried out, the last one was not",
      })
    : last
}

function isLoopback(hostname: string): boolean {
  return /^(?:(?:.+\.)?localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(hostname)
}
