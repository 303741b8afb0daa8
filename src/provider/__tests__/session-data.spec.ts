import fc from "fast-check"
import { externalId } from "../../core/external-id"
import { readSessionData, replacingClientData, type SessionData } from "../session-data"

const own: SessionData = {
  external_id: externalId("payses_01"),
  provider_id: "pp_rozetkapay_main",
  currency_code: "uah",
  checkout_url: "https://pay.example/1",
  mode: "hosted",
  capture: true,
  payment_id: "407932919957434368",
}

/** What a browser may post: the names of our own fields, of JavaScript's, and any others. */
const clientData = fc.dictionary(
  fc.oneof(
    fc.constantFrom(...Object.keys(own), "session_id", "amount", "__proto__", "constructor"),
    fc.string(),
  ),
  fc.jsonValue(),
)

describe("what is kept in a payment session, where every shopper can read it", () => {
  test("our own data is read back as it was written, also after a trip through JSON", () => {
    expect(readSessionData({ ...own })).toEqual(own)
    expect(readSessionData(JSON.parse(JSON.stringify(replacingClientData({ a: 1 }, own))))).toEqual(
      own,
    )
  })

  test("older data without the page or RozetkaPay's id is still ours", () => {
    const { checkout_url: _, payment_id: __, mode: ___, ...old } = own
    expect(readSessionData(old)).toEqual({ ...own, checkout_url: null, payment_id: null })
  })

  test("data of another provider, or none, is not ours", () => {
    expect(readSessionData(undefined)).toBeNull()
    expect(readSessionData({})).toBeNull()
    expect(readSessionData({ id: "pi_1", client_secret: "x" })).toBeNull()
    for (const field of ["external_id", "provider_id", "currency_code", "capture"] as const) {
      const { [field]: _, ...part } = own
      expect([field, readSessionData(part)]).toEqual([field, null])
    }
    expect(readSessionData({ ...own, external_id: "" })).toBeNull()
    expect(readSessionData({ ...own, capture: "true" })).toBeNull()
    expect(readSessionData({ ...own, mode: "junk" })).toBeNull()
  })

  test("what is not ours beside it is dropped", () => {
    expect(readSessionData({ ...own, card_token: "secret", session_id: "x" })).toEqual(own)
  })

  test("whatever a browser posts, nothing of it stays when Medusa merges ours over it", () => {
    fc.assert(
      fc.property(clientData, (posted) => {
        const merged = { ...posted, ...replacingClientData(posted, own) }
        expect(JSON.parse(JSON.stringify(merged))).toEqual(own)
        expect(readSessionData(merged)).toEqual(own)
      }),
    )
    expect(replacingClientData(undefined, own)).toEqual(own)
  })
})
