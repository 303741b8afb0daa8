import { installationOf, isForeign } from "../installation"

describe("The mark of an installation on its payments", () => {
  const mark = installationOf("https://shop.example")

  test("is short, always the same, and another for another address", () => {
    // Payments that are open at RozetkaPay carry it: it must never change.
    expect(mark).toBe("f617a4db4e73")
    expect(installationOf("https://staging.example")).not.toBe(mark)
  })

  test("tells a copy of the database from the store, and not a store that has moved", () => {
    expect(isForeign(mark, ["https://shop.example"])).toBe(false)
    expect(isForeign(mark, ["https://new.example", "https://shop.example"])).toBe(false)
    expect(isForeign(mark, ["https://staging.example"])).toBe(true)
    expect(isForeign(mark, [])).toBe(true)
  })

  test("is missing on payments of older versions, which are nobody else's", () => {
    expect(isForeign(null, ["https://shop.example"])).toBe(false)
  })
})
