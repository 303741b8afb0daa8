/** What went wrong with one attempt, as far as repeating it is concerned. */
export type Failure =
  | "not_sent"
  | "rate_limited"
  | "server_error"
  | "dropped"
  | "timeout"
  | "refused"
  | "not_understood"

export type RetryQuestion = {
  failure: Failure
  /** True for reads and for create (same external_id); false for what moves money. */
  repeatable: boolean
  /** 1 for the first attempt. */
  attempt: number
  /** What X-RateLimit-Reset said, in seconds; null when it was not there. */
  resetSeconds: number | null
  /** Milliseconds left of the whole call's time. */
  remainingMs: number
  /** An attempt with less time than this would end as a timeout: it is not begun. */
  shortestAttemptMs: number
  /** 0 ≤ random < 1, spreads clients that were stopped at the same moment. */
  random: number
}

export type RetryJudgement =
  | { retry: true; waitMs: number; reason: string }
  | { retry: false; reason: string }

const MOST_ATTEMPTS = 3
const FIRST_WAIT_MS = 200
const JITTER_MS = 250

/**
 * The only place that decides whether a failed attempt is repeated.
 *
 * RozetkaPay has no idempotency key: confirm, cancel and refund are keyed by external_id alone, so
 * the same partial refund sent twice refunds twice. They are repeated only when surely nothing was
 * done. Create may be repeated: an external_id can be paid once at most.
 * @see https://cdn.rozetkapay.com/public-docs/index.html#section/Basic-information/Rate-Limits
 */
export function retryJudgement(question: RetryQuestion): RetryJudgement {
  if (question.attempt >= MOST_ATTEMPTS) {
    return stop(`${MOST_ATTEMPTS} attempts have failed`)
  }
  switch (question.failure) {
    case "refused":
      return stop("the gateway has answered, and would answer the same again")
    case "not_understood":
      return stop("what answers is not the gateway, or not one that we know")
    case "timeout":
      return stop("the gateway is slow, more of the same would not help it or the caller")
    case "rate_limited":
      // 0 is a documented value: "now".
      return question.resetSeconds === null
        ? wait(question, backoff(question.attempt), "429 does nothing; it did not say until when")
        : wait(question, question.resetSeconds * 1000, "429 does nothing, and says until when")
    case "not_sent":
      return wait(question, backoff(question.attempt), "no connection was made, nothing was sent")
    case "server_error":
      return question.repeatable
        ? wait(question, backoff(question.attempt), "a 5xx of what may be repeated")
        : stop("a 5xx may come after the money has moved")
    case "dropped":
      return question.repeatable
        ? wait(question, backoff(question.attempt), "a dropped connection of what may be repeated")
        : stop("a connection may drop after the money has moved")
  }
}

const backoff = (attempt: number) => FIRST_WAIT_MS * 2 ** (attempt - 1)

const stop = (reason: string): RetryJudgement => ({ retry: false, reason })

function wait(question: RetryQuestion, baseMs: number, reason: string): RetryJudgement {
  const waitMs = Math.ceil(baseMs + question.random * JITTER_MS)
  return question.remainingMs - waitMs >= question.shortestAttemptMs
    ? { retry: true, waitMs, reason }
    : stop(`${reason}, but the call's time would be over`)
}
