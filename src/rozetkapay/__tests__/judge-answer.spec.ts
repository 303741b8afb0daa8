import { z } from "zod"
import type { Call } from "../transport/api"
import { judgeAnswer } from "../transport/judge-answer"

const CALL: Call<{ id: string }> = {
  operation: "refund",
  method: "POST",
  path: "/refund",
  effect: "moves_money",
  answer: z.object({ id: z.string() }),
}
const REFUSAL = { code: "action_not_allowed", error_id: "err-1" }

const judge = (status: number, body: unknown, reset?: unknown) =>
  judgeAnswer(
    CALL,
    status,
    reset === undefined ? {} : { "x-ratelimit-reset": reset },
    typeof body === "string" ? body : JSON.stringify(body),
    ["secret"],
  )
const failureOf = (status: number, body: unknown, reset?: unknown) => {
  const result = judge(status, body, reset)
  if (result.ok) throw new Error("It was taken for an answer")
  return result
}

describe("What an answer says about the money", () => {
  test.each([200, 204, 299])("HTTP %s with what was asked for is an answer", (httpStatus) => {
    expect(judge(httpStatus, { id: "1" })).toEqual({ ok: true, answer: { id: "1" }, httpStatus })
  })

  test.each<[number, unknown]>([
    [199, { id: "1" }],
    [300, { id: "1" }],
    [302, REFUSAL],
    [399, REFUSAL],
    [200, { other: "1" }],
    [200, "<html>"],
    [200, ""],
    [404, "Not Found"],
    [404, { message: "no code" }],
    [400, { code: "a sentence, and no code" }],
  ])("HTTP %s with %j may come from somebody else: nothing is known", (httpStatus, body) => {
    const { error, failure, resetSeconds } = failureOf(httpStatus, body, "3")
    expect(error).toMatchObject({ kind: "malformed", operation: "refund", httpStatus })
    expect(error.mayHaveHappened).toBe(true)
    expect({ failure, resetSeconds }).toEqual({ failure: "not_understood", resetSeconds: null })
  })

  test.each<[number, unknown]>([
    [400, REFUSAL],
    [404, REFUSAL],
    [499, REFUSAL],
    [401, "who are you?"],
    [401, REFUSAL],
  ])("HTTP %s with %j is a refusal: nothing was done", (httpStatus, body) => {
    const { error, failure } = failureOf(httpStatus, body)
    expect(error).toMatchObject({ kind: "rejected", operation: "refund", httpStatus })
    expect(error.mayHaveHappened).toBe(false)
    expect(failure).toBe("refused")
  })

  test.each([500, 502, 599])("HTTP %s may come after the money has moved", (httpStatus) => {
    const { error, failure } = failureOf(httpStatus, REFUSAL)
    expect(error).toMatchObject({ kind: "outcome_unknown", httpStatus, ...{ code: REFUSAL.code } })
    expect(failure).toBe("server_error")
  })

  test.each<[unknown, number | null]>([
    ["3", 3],
    ["0", 0],
    ["0.5", 0.5],
    ["123456", 123456],
    ["1234567", null],
    ["1.1234567", null],
    ["1.", null],
    ["-1", null],
    [" 1", null],
    ["1s", null],
    [3, null],
    [undefined, null],
  ])("HTTP 429 does nothing, and is over after %j: %j seconds", (reset, resetSeconds) => {
    const result = failureOf(429, REFUSAL, reset)
    expect(result).toMatchObject({ failure: "rate_limited", resetSeconds })
    expect(result.error).toMatchObject({ kind: "unavailable", errorId: "err-1", httpStatus: 429 })
    expect(result.error.mayHaveHappened).toBe(false)
  })

  test("is never told with a secret of the request", () => {
    const { error } = failureOf(400, { code: "action_not_allowed", param: "secret" })
    expect(error.param).toBeNull()
  })

  test("is nothing when it is no text", () => {
    const result = judgeAnswer(CALL, 200, {}, { id: "1" }, [])
    expect(result).toMatchObject({ ok: false, failure: "not_understood" })
  })
})
