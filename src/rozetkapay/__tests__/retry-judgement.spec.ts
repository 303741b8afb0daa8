import fc from "fast-check"
import { type Failure, type RetryQuestion, retryJudgement } from "../retry-judgement"

const question = (more: Partial<RetryQuestion>): RetryQuestion => ({
  failure: "server_error",
  repeatable: true,
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

describe("whether a failed request is repeated", () => {
  test.each<[Failure, { read: boolean; money: boolean }]>([
    ["not_sent", { read: true, money: true }],
    ["rate_limited", { read: true, money: true }],
    ["server_error", { read: true, money: false }],
    ["dropped", { read: true, money: false }],
    ["timeout", { read: false, money: false }],
    ["refused", { read: false, money: false }],
    ["not_understood", { read: false, money: false }],
  ])("after %s: %j (read or create; confirm, cancel, refund)", (failure, { read, money }) => {
    expect(retryJudgement(question({ failure, repeatable: true })).retry).toBe(read)
    expect(retryJudgement(question({ failure, repeatable: false })).retry).toBe(money)
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
          repeatable: fc.boolean(),
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
          if (!asked.repeatable) {
            expect(["not_sent", "rate_limited"]).toContain(asked.failure)
          }
        },
      ),
      { numRuns: 1000 },
    )
  })
})
