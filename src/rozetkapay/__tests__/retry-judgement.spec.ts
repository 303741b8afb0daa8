import fc from "fast-check"
import {
  type Effect,
  type Failure,
  type RetryQuestion,
  retryJudgement,
} from "../transport/retry-judgement"

const question = (more: Partial<RetryQuestion>): RetryQuestion => ({
  failure: "server_error",
  effect: "reads",
  attempt: 1,
  resetSeconds: null,
  remainingMs: 9000,
  shortestAttemptMs: 1000,
  random: 0,
  ...more,
})

const failures: Failure[] = [
  "not_sent",
  "rate_limited",
  "server_error",
  "dropped",
  "timeout",
  "refused",
  "not_understood",
]

const sameAgain: Effect[] = ["reads", "opens_page", "sets"]
const onlyIfNothingWasDone: Effect[] = ["charges", "adds", "moves_money"]

describe("whether a failed request is repeated", () => {
  test.each<[Failure, { same: boolean; once: boolean }]>([
    ["not_sent", { same: true, once: true }],
    ["rate_limited", { same: true, once: true }],
    ["server_error", { same: true, once: false }],
    ["dropped", { same: true, once: false }],
    ["timeout", { same: false, once: false }],
    ["refused", { same: false, once: false }],
    ["not_understood", { same: false, once: false }],
  ])("after %s: %j (what twice is the same as once; what charges, adds, moves money)", (failure, expected) => {
    for (const effect of sameAgain) {
      expect([effect, retryJudgement(question({ failure, effect })).retry]).toEqual([
        effect,
        expected.same,
      ])
    }
    for (const effect of onlyIfNothingWasDone) {
      expect([effect, retryJudgement(question({ failure, effect })).retry]).toEqual([
        effect,
        expected.once,
      ])
    }
  })

  test.each<[string, Partial<RetryQuestion>, number]>([
    ["as long as the gateway says", { failure: "rate_limited", resetSeconds: 3 }, 3000],
    ["not at all when it says now", { failure: "rate_limited", resetSeconds: 0 }, 0],
    ["plus a random part", { failure: "rate_limited", resetSeconds: 2, random: 0.5 }, 2125],
    ["a little when it does not say", { failure: "rate_limited" }, 200],
    ["a little after the first failure", { attempt: 1 }, 200],
    ["twice that after the second", { attempt: 2 }, 400],
  ])("it waits %s", (_, more, waitMs) => {
    expect(retryJudgement(question(more))).toMatchObject({ retry: true, waitMs })
  })

  test("it is not repeated when the call's time would be over, and says so", () => {
    const tooLong = question({ failure: "rate_limited", resetSeconds: 60 })
    expect(retryJudgement(tooLong)).toMatchObject({
      retry: false,
      reason: expect.stringContaining("time would be over"),
    })
    expect(retryJudgement(question({ remainingMs: 1199 })).retry).toBe(false)
    expect(retryJudgement(question({ remainingMs: 1200 })).retry).toBe(true)
  })

  test("whatever happens: three attempts, within the time, money only if nothing was done", () => {
    fc.assert(
      fc.property(
        fc.record({
          failure: fc.constantFrom(...failures),
          effect: fc.constantFrom(...sameAgain, ...onlyIfNothingWasDone),
          attempt: fc.integer({ min: 1, max: 5 }),
          resetSeconds: fc.option(fc.double({ min: 0, max: 999_999, noNaN: true })),
          remainingMs: fc.integer({ min: -5000, max: 60_000 }),
          shortestAttemptMs: fc.integer({ min: 0, max: 1000 }),
          random: fc.double({ min: 0, max: 0.999, noNaN: true }),
        }),
        (asked) => {
          const judgement = retryJudgement(asked)
          expect(judgement.reason).not.toBe("")
          if (!judgement.retry) {
            return
          }
          expect(asked.attempt).toBeLessThan(3)
          expect(judgement.waitMs).toBeGreaterThanOrEqual(
            (asked.resetSeconds ?? 0) * (asked.failure === "rate_limited" ? 1000 : 0),
          )
          expect(asked.remainingMs - judgement.waitMs).toBeGreaterThanOrEqual(
            asked.shortestAttemptMs,
          )
          if (onlyIfNothingWasDone.includes(asked.effect)) {
            expect(["not_sent", "rate_limited"]).toContain(asked.failure)
          }
        },
      ),
      { numRuns: 1000 },
    )
  })
})
