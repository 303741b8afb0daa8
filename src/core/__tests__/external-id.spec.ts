import { type ExternalId, externalId, externalIdOf, sessionOf } from "../external-id"
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
