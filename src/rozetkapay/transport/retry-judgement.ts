/** What went wrong with one attempt, as far as repeating it is concerned. */
export type Failure =
  | "not_sent"
  | "rate_limited"
  | "server_error"
  | "dropped"
  | "timeout"
  | "refused"
  | "not_understood"

/**
 * What a call does to the gateway, as far as doing it twice is concerned:
 *
 * - `reads`: nothing.
 * - `opens_page`: a hosted create. It charges nobody, and an external_id can be paid once at most.
 * - `sets`: makes something so (a default card, a card deleted); twice is the same as once.
 * - `charges`: a direct or recurrent create. The external_id keeps a second one from charging again,
 *   but not from lying: a token that is used up, or a payment that is already there, is refused, and
 *   a charge that was made would be reported as declined. After an unknown outcome `info` is asked.
 * - `adds`: one more each time: a card in a wallet or a card's check (by a token that is good for one
 *   use), a callback.
 * - `moves_money`: confirm, cancel, refund and what retries them.
 */
export type Effect = "reads" | "opens_page" | "sets" | "charges" | "adds" | "moves_money"

const REPEATABLE: Record<Effect, boolean> = {
  reads: true,
  opens_page: true,
  sets: true,
  charges: false,
  adds: false,
  moves_money: false,
}

export type RetryQuestion = {
  failure: Failure
  effect: Effect
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
 * the same partial refund sent twice refunds twice. They, and every call whose second answer could
 * not be believed, are repeated only when surely nothing was done.
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
      return REPEATABLE[question.effect]
        ? wait(question, backoff(question.attempt), "a 5xx of what may be repeated")
        : stop("a 5xx may come after the money has moved")
    case "dropped":
      return REPEATABLE[question.effect]
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
