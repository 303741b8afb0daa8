import fc from "fast-check"
import { orderIdOf } from "../order-id"
import { readMetadata, writeMetadata } from "../payment-metadata"
import { sessionId } from "../session-id"

const ours = {
  sessionId: sessionId("payses_01"),
  providerId: "pp_rozetkapay_main",
  twoStep: true,
  currency: "UAH",
}

describe("our own marks on a payment at RozetkaPay", () => {
  test("what was written is read back, for any session, provider and currency", () => {
    const word = fc.string({ minLength: 1 })
    fc.assert(
      fc.property(word, word, fc.boolean(), word, (session, providerId, twoStep, currency) => {
        const terms = { sessionId: sessionId(session), providerId, twoStep, currency }
        expect(readMetadata(writeMetadata(terms))).toEqual(terms)
      }),
    )
  })

  test("they survive the gateway's echo beside marks of others", () => {
    const echoed = JSON.parse(JSON.stringify({ ...writeMetadata(ours), order: "7" }))
    expect(readMetadata(echoed)).toEqual(ours)
  })

  test("of a payment to several sellers they lead to all its orders", () => {
    const orders = Array.from({ length: 10 }, (_, n) => orderIdOf(ours.sessionId, `seller-${n}`))
    const terms = writeMetadata({ ...ours, orders })
    expect(readMetadata(terms)).toEqual({ ...ours, orders })
    expect(Object.values(terms).every((value) => value.length <= 200)).toBe(true)
    expect(readMetadata({ ...terms, medusa_orders: "somebody else's" })).toEqual(ours)
  })

  test("they fit RozetkaPay's limits: ten keys of 30 characters with values of 200", () => {
    const terms = writeMetadata({
      ...ours,
      sessionId: sessionId("payses_01JZB5Q0R7N8M4S2T6V9W3X1YZ"),
    })
    expect(Object.keys(terms).length).toBeLessThanOrEqual(10)
    for (const [key, value] of Object.entries(terms)) {
      expect(key.length).toBeLessThanOrEqual(30)
      expect(value.length).toBeLessThanOrEqual(200)
    }
  })

  test("a payment without our marks, or with a part of them, is another shop's", () => {
    expect(readMetadata({})).toBeNull()
    expect(readMetadata({ order: "7", session: "payses_01" })).toBeNull()
    const whole = writeMetadata(ours)
    for (const key of Object.keys(whole)) {
      const { [key]: _, ...part } = whole
      expect(readMetadata(part)).toBeNull()
      expect(readMetadata({ ...whole, [key]: "" })).toBeNull()
    }
    expect(readMetadata({ ...whole, medusa_capture: "yes" })).toBeNull()
  })
})
