import { z } from "zod"
import { judgeAnswer } from "../rozetkapay/answer"
import { RozetkaPayError } from "../rozetkapay/errors"
import { parseJson } from "../rozetkapay/parse-json"
import { id, objectOrNull, text } from "../rozetkapay/schemas/lenient"
import type { AttemptResult, Call } from "../rozetkapay/transport"

/**
 * What an HTTP answer of the legacy API says about one attempt. It differs from the current API in
 * its refusals, `{ message, args: { code, error_id } }`, in declaring 404, 405 and 406, and in
 * answering a hosted payment with 303 and a Location. A 303 reaches the call's `answer` as
 * `{ location }`.
 *
 * `message` is free text and goes no further, but for the two sentences that the document lists for
 * a wrong ENDPOINTS_KEY, which carry no code of their own.
 *
 * @see https://deprecated-api.rozetkapay.com (Error handling; Create hosted payment)
 */
export function judgeLegacyAnswer<Answer>(
  call: Call<Answer>,
  httpStatus: number,
  headers: { [name: string]: unknown },
  bodyText: unknown,
  secrets: string[],
): AttemptResult<Answer> {
  if (httpStatus === 303) {
    const parsed = call.answer.safeParse({ location: headers.location })
    if (parsed.success) {
      return { ok: true, answer: parsed.data, httpStatus }
    }
  }
  if (httpStatus < 400) {
    return judgeAnswer(call, httpStatus, headers, bodyText, secrets)
  }
  const result = judgeAnswer(call, httpStatus, headers, asCurrent(httpStatus, bodyText), secrets)
  return !result.ok && result.error.isWrongKeys
    ? { ...result, error: wrongKeys(result.error) }
    : result
}

/** A refusal in the words of the current API; what is none stays as it is. */
function asCurrent(httpStatus: number, bodyText: unknown): string {
  const wire = legacyError.parse(typeof bodyText === "string" ? parseJson(bodyText) : null)
  if (wire?.message === null || wire === null) {
    return ""
  }
  const code = NO_ENDPOINTS_KEY.test(wire.message)
    ? "authorization_failed"
    : (wire.args?.code ?? `http_${httpStatus}`)
  return JSON.stringify({ code, error_id: wire.args?.error_id ?? undefined })
}

const legacyError = z
  .object({ message: text, args: objectOrNull({ code: id, error_id: id }) })
  .nullable()
  .catch(null)

const NO_ENDPOINTS_KEY = /^(?:API key not valid|Method doesn't allow unregistered callers)/

const wrongKeys = (error: RozetkaPayError) =>
  new RozetkaPayError({
    ...error,
    explanation: "POS_ID, API_KEY, API_SECRET or ENDPOINTS_KEY is wrong, or may not do this",
  })
