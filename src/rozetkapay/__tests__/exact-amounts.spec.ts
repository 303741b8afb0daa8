import fc from "fast-check"
import { changePayment } from "../payments/change-payment"
import { createPayment } from "../payments/new-payment"
import { ExactNumber, writeExactJson } from "../wire/exact-json"
import { readDecimal } from "../wire/readers"
import { requestBody } from "../wire/request-fields"

const written = (amount: string) =>
  requestBody("refund", changePayment, { externalId: "payses_1", amount })

/** Decimals as shops write them, kopiykas and zeros at the end included, far beyond a float's digits. */
const amounts = fc
  .tuple(
    fc.bigInt({ min: 0n, max: 10n ** 20n }),
    fc.option(fc.stringMatching(/^\d{1,6}$/), { nil: undefined }),
  )
  .map(([whole, fraction]) => (fraction === undefined ? `${whole}` : `${whole}.${fraction}`))

describe("amounts on their way out", () => {
  test.each([
    "1249.99",
    "0.1",
    "0.10",
    "0",
    "100",
    "1249.90",
    "999999999999.99",
    "0.000001",
  ])("%s is sent with exactly these digits", (amount) => {
    expect(written(amount)).toBe(`{"external_id":"payses_1","amount":${amount}}`)
  })

  test("every decimal is sent digit by digit, as a JSON number", () => {
    fc.assert(
      fc.property(amounts, (amount) => {
        expect(written(amount)).toBe(`{"external_id":"payses_1","amount":${amount}}`)
        expect(JSON.parse(written(amount)).amount).toBe(Number(amount))
      }),
      { numRuns: 1000 },
    )
  })

  test.each([
    "",
    " ",
    "-1",
    "+1",
    "1e3",
    "1,50",
    "1.",
    ".5",
    "01",
    "NaN",
    "Infinity",
    "0x10",
    "1 000",
  ])("%j is no amount: nothing is sent, and it never becomes all of it", (amount) => {
    expect(() => written(amount)).toThrow(
      expect.objectContaining({
        kind: "rejected",
        code: "invalid_request_body",
        param: "amount",
        operation: "refund",
        mayHaveHappened: false,
      }),
    )
  })

  test("digits without end are no amount", () => {
    expect(() => written("9".repeat(31))).toThrow("nothing was sent")
  })

  test("what is not an amount is written as JSON.stringify would", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.boolean())), (members) => {
        expect(writeExactJson({ ...members })).toBe(JSON.stringify({ ...members }))
      }),
    )
  })

  test("a number that is not plain can not be written at all", () => {
    expect(() => new ExactNumber("1e21")).toThrow(RangeError)
  })

  test("a hold stays a hold: confirm false is always in the request", () => {
    const body = requestBody("create", createPayment, {
      externalId: "payses_1",
      amount: "1",
      currency: "UAH",
      mode: "hosted",
      confirm: false,
    })
    expect(JSON.parse(body)).toStrictEqual({
      external_id: "payses_1",
      amount: 1,
      currency: "UAH",
      mode: "hosted",
      confirm: false,
    })
  })

  test("the tax group zero is sent, empty texts are not", () => {
    const body = requestBody("refund", changePayment, {
      externalId: "payses_1",
      products: [{ id: "", name: "Сорочка", quantity: "1", netAmount: "0", taxGroup: 0 }],
    })
    expect(JSON.parse(body).products).toStrictEqual([
      { name: "Сорочка", quantity: "1", net_amount: "0", tax_group: 0 },
    ])
  })
})

describe("amounts on their way in", () => {
  test.each<[unknown, string | null]>([
    ["100.00", "100"],
    [100, "100"],
    ["0.10", "0.1"],
    [0.1, "0.1"],
    [1249.99, "1249.99"],
    ["999999999999.99", "999999999999.99"],
    ["0012.50", "12.5"],
    ["-5.00", "-5"],
    ["-0.00", "0"],
    [" 7 ", "7"],
    ["", null],
    ["1e3", null],
    ["1,5", null],
    [1e21, null],
    [2 ** 53, null],
    [Number.NaN, null],
    [null, null],
    [undefined, null],
    [["1"], null],
    [{}, null],
    [true, null],
  ])("%j is read as %j", (wire, expected) => {
    expect(readDecimal(wire)).toBe(expected)
  })

  test("a JSON number of up to 15 digits is read exactly as it was written", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 999_999_999_999_999 }),
        fc.integer({ min: 0, max: 6 }),
        (digits, places) => {
          const text = String(digits).padStart(places + 1, "0")
          const literal = places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`
          expect(readDecimal(JSON.parse(literal))).toBe(readDecimal(literal))
        },
      ),
      { numRuns: 1000 },
    )
  })
})
