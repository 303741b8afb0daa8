import { type ErrorKind, RozetkaPayError } from "../errors"
import { isRefusedFor, unlessRefusedFor } from "../transport/unless-refused"

const failure = (kind: ErrorKind, code: string | null) =>
  new RozetkaPayError({ kind, operation: "info", code })
const CODES = ["wallet_not_found", "customer_not_found"]

describe("A refusal that means something else than trouble", () => {
  test("is one with one of these codes", async () => {
    for (const code of CODES) {
      const refused = Promise.reject(failure("rejected", code))
      expect(await unlessRefusedFor(CODES, refused, [])).toEqual([])
    }
  })

  test.each<[string, unknown]>([
    ["with another code", failure("rejected", "access_not_allowed")],
    ["without a code", failure("rejected", null)],
    ["that may have been done", failure("outcome_unknown", "wallet_not_found")],
    ["of another kind", Object.assign(new Error("no"), { kind: "rejected", code: CODES[0] })],
  ])("is not one %s", async (_, error) => {
    expect(isRefusedFor(CODES, error)).toBe(false)
    await expect(unlessRefusedFor(CODES, Promise.reject(error), [])).rejects.toBe(error)
  })

  test("leaves an answer as it is", async () => {
    expect(await unlessRefusedFor(CODES, Promise.resolve("answer"), [])).toBe("answer")
  })
})
