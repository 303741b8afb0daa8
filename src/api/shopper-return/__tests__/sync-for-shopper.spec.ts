import { createMedusaContainer } from "@medusajs/framework/utils"
import { sessionId } from "../../../core/session-id"
import { syncForShopper } from "../sync-for-shopper"

describe("an address that no payment session can have", () => {
  test.each([
    ["longer than any id", "x".repeat(101)],
    ["as long as an address may be", "x".repeat(15_000)],
    ["with a character that no database takes", "payses_\0"],
    ["empty", ""],
  ])("is answered at once, without a lock or a look: %s", async (_, text) => {
    const container = createMedusaContainer()
    const resolve = jest.spyOn(container, "resolve")
    expect(await syncForShopper(container, "pp_rozetkapay_main", sessionId(text))).toEqual({
      is: "unknown_session",
    })
    expect(resolve).not.toHaveBeenCalled()
  })
})
