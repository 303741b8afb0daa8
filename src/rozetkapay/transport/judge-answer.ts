import { RozetkaPayError } from "../errors"
import { parseJson } from "../wire/parse-json"
import type { AttemptResult, Call } from "./api"
import { isRefusal, safeErrorFields } from "./redaction"

/**
 * What an HTTP answer says about one attempt. The gateway declares 200, 204, 400, 401, 403, 429 and
 * 500 and never 404, so a refusal is known by its code, not by its status.
 * @see https://cdn.rozetkapay.com/public-docs/index.html#section/Errors
 */
export function judgeAnswer<Answer>(
  call: Call<Answer>,
  httpStatus: number,
  headers: { [name: string]: unknown },
  bodyText: unknown,
  secrets: string[],
): AttemptResult<Answer> {
  const { operation } = call
  const body = typeof bodyText === "string" ? parseJson(bodyText) : undefined
  const resetSeconds = readResetSeconds(headers["x-ratelimit-reset"])
  if (httpStatus >= 200 && httpStatus < 300) {
    const parsed = call.answer.safeParse(body)
    return parsed.success
      ? { ok: true, answer: parsed.data, httpStatus }
      : notUnderstood(operation, httpStatus)
  }
  const fields = { operation, httpStatus, ...safeErrorFields(body, secrets) }
  if (httpStatus === 429) {
    const error = new RozetkaPayError({
      kind: "unavailable",
      ...fields,
      explanation: "too many requests",
    })
    return { ok: false, error, failure: "rate_limited", resetSeconds }
  }
  if (httpStatus >= 500) {
    const error = new RozetkaPayError({ kind: "outcome_unknown", ...fields })
    return { ok: false, error, failure: "server_error", resetSeconds }
  }
  if (httpStatus === 401 || (httpStatus >= 400 && isRefusal(body))) {
    const error = new RozetkaPayError({ kind: "rejected", ...fields })
    return { ok: false, error, failure: "refused", resetSeconds }
  }
  // A redirect, or a 4xx without a code: something else than the gateway may have answered.
  return notUnderstood(operation, httpStatus)
}

function notUnderstood<Answer>(operation: string, httpStatus: number): AttemptResult<Answer> {
  const error = new RozetkaPayError({
    kind: "malformed",
    operation,
    httpStatus,
    explanation: "the body is not what the gateway's document describes",
  })
  return { ok: false, error, failure: "not_understood", resetSeconds: null }
}

/** X-RateLimit-Reset: seconds after which requests are allowed again; 0 is a usual value. */
function readResetSeconds(header: unknown): number | null {
  return typeof header === "string" && /^\d{1,6}(?:\.\d{1,6})?$/.test(header)
    ? Number(header)
    : null
}
