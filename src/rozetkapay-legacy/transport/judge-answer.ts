import { RozetkaPayError } from "../../rozetkapay/errors"
import type { AttemptResult, Call } from "../../rozetkapay/transport/api"
import { judgeAnswer } from "../../rozetkapay/transport/judge-answer"
import { parseJson } from "../../rozetkapay/wire/parse-json"
import { fromWireOrNull, id, text } from "../../rozetkapay/wire/readers"

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
  return JSON.stringify({ code, error_id: wire.args?.errorId ?? undefined })
}

const legacyError = fromWireOrNull({
  message: text,
  args: fromWireOrNull({ code: id, error_id: id }),
})

const NO_ENDPOINTS_KEY = /^(?:API key not valid|Method doesn't allow unregistered callers)/

const wrongKeys = (error: RozetkaPayError) =>
  new RozetkaPayError({
    ...error,
    explanation: "POS_ID, API_KEY, API_SECRET or ENDPOINTS_KEY is wrong, or may not do this",
  })
