import fc from "fast-check"
import { orderIdOf } from "../order-id"
import { readMarks, writeMarks } from "../payment-metadata"

const ours = {
  sessionId: "payses_01",
  providerId: "pp_rozetkapay_main",
  twoStep: true,
  currency: "UAH",
}

describe("our own marks on a payment at RozetkaPay", () => {
  test("what was written is read back, for any session, provider and currency", () => {
    const word = fc.string({ minLength: 1 })
    fc.assert(
      fc.property(word, word, fc.boolean(), word, (sessionId, providerId, twoStep, currency) => {
        const marks = { sessionId, providerId, twoStep, currency }
        expect(readMarks(writeMarks(marks))).toEqual(marks)
      }),
    )
  })

  test("they survive the gateway's echo beside marks of others", () => {
    const echoed = JSON.parse(JSON.stringify({ ...writeMarks(ours), order: "7" }))
    expect(readMarks(echoed)).toEqual(ours)
  })

  test("of a payment to several sellers they lead to all its orders", () => {
    const orders = Array.from({ length: 10 }, (_, n) => orderIdOf("payses_01", `seller-${n}`))
    const marks = writeMarks({ ...ours, orders })
    expect(readMarks(marks)).toEqual({ ...ours, orders })
    expect(Object.values(marks).every((value) => value.length <= 200)).toBe(true)
    expect(readMarks({ ...marks, medusa_orders: "somebody else's" })).toEqual(ours)
  })

  test("they fit RozetkaPay's limits: ten keys of 30 characters with values of 200", () => {
    const marks = writeMarks({ ...ours, sessionId: "payses_01JZB5Q0R7N8M4S2T6V9W3X1YZ" })
    expect(Object.keys(marks).length).toBeLessThanOrEqual(10)
    for (const [key, value] of Object.entries(marks)) {
      expect(key.length).toBeLessThanOrEqual(30)
      expect(value.length).toBeLessThanOrEqual(200)
    }
  })

  test("a payment without our marks, or with a part of them, is another shop's", () => {
    expect(readMarks({})).toBeNull()
    expect(readMarks({ order: "7", session: "payses_01" })).toBeNull()
    const whole = writeMarks(ours)
    for (const key of Object.keys(whole)) {
      const { [key]: _, ...part } = whole
      expect(readMarks(part)).toBeNull()
      expect(readMarks({ ...whole, [key]: "" })).toBeNull()
    }
    expect(readMarks({ ...whole, medusa_capture: "yes" })).toBeNull()
  })
})
