import { generateEntityId } from "@medusajs/framework/utils"
import fc from "fast-check"
import { sessionIdAt } from "../id-at"

describe("the least id of a moment", () => {
  test("is below those that Medusa makes from then on, and above those of before", () => {
    const made = generateEntityId(undefined, "payses")
    const now = Date.now()
    expect(sessionIdAt(now + 60_000) > made).toBe(true)
    expect(sessionIdAt(now - 60_000) < made).toBe(true)
  })

  test("grows with time", () => {
    const moment = fc.integer({ min: 0, max: 2 ** 48 - 1 })
    fc.assert(
      fc.property(moment, moment, (one, other) => {
        expect(sessionIdAt(one) < sessionIdAt(other)).toBe(one < other)
      }),
    )
  })
})
