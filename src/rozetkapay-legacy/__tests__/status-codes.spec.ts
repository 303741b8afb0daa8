import fc from "fast-check"
import { isKnownCode, statusOf, statusOfCode } from "../transactions/status-codes"
import { documentCodes } from "./document-examples"

const codes = documentCodes()
const known = new Map(codes.map(([code, status]) => [code, status]))

test("every code of the document has the status that the document gives it", () => {
  expect(known.size).toBe(238)
  for (const [code, status] of known) {
    expect([code, statusOfCode(code)]).toEqual([code, status])
    expect(isKnownCode(code)).toBe(true)
  }
})

test("no other code is known, and each of them is pending", () => {
  for (let code = 0; code < 10_000; code++) {
    expect(isKnownCode(String(code))).toBe(known.has(String(code)))
  }
  fc.assert(
    fc.property(fc.string(), (code) => {
      fc.pre(!known.has(code))
      expect(statusOfCode(code)).toBe("pending")
    }),
  )
})

const word = fc.option(
  fc.constantFrom("init", "pending", "success", "failure", "SUCCESS", "refunded", ""),
)
const code = fc.option(fc.oneof(fc.constantFrom(...known.keys()), fc.string()))

test("money is final only where neither the word nor the code says otherwise", () => {
  fc.assert(
    fc.property(word, code, (said, meant) => {
      const status = statusOf(said, meant)
      const final = status === "success" || status === "failure"
      if (final && meant !== null) {
        expect(known.get(meant)).toBe(status)
      }
      if (final && said !== null && ["init", "pending", "success", "failure"].includes(said)) {
        expect(said).toBe(status)
      }
    }),
    { numRuns: 1000 },
  )
})

test.each([
  ["success", "1000", "success"],
  ["success", null, "success"],
  [null, "4009", "failure"],
  ["success", "4009", "pending"],
  ["failure", "1000", "pending"],
  ["success", "7777", "pending"],
  ["failure", "7777", "pending"],
  ["teleported", "1000", "pending"],
  ["teleported", "4009", "pending"],
  ["init", "2117", "init"],
  [null, null, "pending"],
])("status %s with code %s is %s", (said, meant, status) => {
  expect(statusOf(said, meant)).toBe(status)
})
