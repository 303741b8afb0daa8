import { type Asked, leftToAsk, wasAsked, withAsked, withUnanswered } from "../asked-in-vain"
import { externalId } from "../external-id"

const DAY = 24 * 60 * 60_000
const MONDAY = Date.parse("2026-11-23T02:00:00Z")
const OURS = externalId("payses_01M8BE85KE5Y272FMZH9WA52H3")

describe("a payment of another shop on the login", () => {
  test("is asked for once a week, not every night", () => {
    const asked = withAsked({}, [OURS], MONDAY)
    for (let night = 1; night < 7; night += 1) {
      expect(wasAsked(withAsked(asked, [], MONDAY + night * DAY))(OURS)).toBe(true)
    }
    expect(wasAsked(withAsked(asked, [externalId("payses_02")], MONDAY + 7 * DAY))(OURS)).toBe(
      false,
    )
    expect(wasAsked(asked)(externalId("payses_another"))).toBe(false)
  })

  test("of which the answer was lost is asked for again the next night", () => {
    const asked = withUnanswered({}, [OURS], MONDAY)
    expect(wasAsked(asked)(OURS)).toBe(true)
    expect(wasAsked(withAsked(asked, [externalId("payses_02")], MONDAY + DAY))(OURS)).toBe(false)
  })

  test("costs a dozen letters to remember, and of thousands a day only so many are remembered", () => {
    let asked: Asked = {}
    const ids = Array.from({ length: 2_000 }, (_, index) => `${OURS}${index}`)
    for (let night = 0; night < 20; night += 1) {
      asked = withAsked(
        asked,
        ids.map((id) => externalId(`${id}-${night}`)),
        MONDAY + night * DAY,
      )
      expect(leftToAsk(asked, MONDAY + night * DAY)).toBe(0)
    }
    expect(JSON.stringify(asked).length).toBeLessThan(7 * 2_000 * 12)
    expect(leftToAsk(asked, MONDAY + 20 * DAY)).toBe(2_000)
  })
})
