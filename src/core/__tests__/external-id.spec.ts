import { type ExternalId, externalId, externalIdOf, isStoreId, sessionOf } from "../external-id"
import { type SessionId, sessionId } from "../session-id"

const SESSION = sessionId("payses_01")

describe("Medusa's id of a try and RozetkaPay's key of it", () => {
  test("are written alike, and each leads to the other", () => {
    expect(externalIdOf(SESSION)).toBe("payses_01")
    expect(sessionOf(externalIdOf(SESSION))).toBe(SESSION)
  })

  test("are not taken for one another, nor is any text for one of them", () => {
    const ofSession = (id: SessionId) => id
    const ofPayment = (id: ExternalId) => id
    const key = externalId("payses_01")
    // @ts-expect-error RozetkaPay's key is no session's id
    const mistaken: string[] = [ofSession(key)]
    // @ts-expect-error nor the other way round
    mistaken.push(ofPayment(SESSION))
    // @ts-expect-error and who has a text says first which of the two it is
    mistaken.push(ofPayment("payses_01"))
    expect(new Set(mistaken)).toEqual(new Set(["payses_01"]))
  })
})

describe("An id that may be one of this store's", () => {
  test.each([
    "payses_01M8BE85KE5Y272FMZH9WA52H3",
    "pp_rozetkapay_main",
    "a-b",
    "a".repeat(100),
  ])("is %s", (id) => {
    expect(isStoreId(id)).toBe(true)
  })

  test.each([
    "",
    "a b",
    "a;b",
    "ідентифікатор",
    "a\nb",
    "a\n",
    " a",
    "a".repeat(101),
  ])("is not %j, which does not even reach the database", (id) => {
    expect(isStoreId(id)).toBe(false)
  })
})
