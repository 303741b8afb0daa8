import { asValue } from "@medusajs/framework/awilix"
import { ContainerRegistrationKeys, createMedusaContainer } from "@medusajs/framework/utils"
import { idAt, sessionIdAt } from "../../../core/id-at"
import { type SessionId, sessionId } from "../../../core/session-id"
import { LeftPurchases } from "../left-purchase"

const DAY = 86_400_000
let made = 0
/** As Medusa would have made it then. */
const sessionOf = (milliseconds: number): SessionId => {
  made += 1
  return sessionId(`${sessionIdAt(milliseconds)}${String(made).padStart(16, "0")}`)
}

/** A database that has notes of these sessions, and counts what it is asked. */
const storeWith = (noted: SessionId[]) => {
  const notes = noted.map((one) => `rozetkapay_left_${one}`)
  const raw = jest.fn(async (_: string, { keys = "[]" }: Record<string, string>) => ({
    rows: notes.filter((key) => keys.includes(`"${key}"`)).map((key) => ({ id: "pay_col_1", key })),
  }))
  const container = createMedusaContainer()
  container.register(ContainerRegistrationKeys.PG_CONNECTION, asValue({ raw }))
  return { container, raw }
}

describe("a shopper who comes back from a page whose session Medusa has deleted", () => {
  test("is found by the note of the purchase, and searched for once", async () => {
    const left = sessionOf(Date.now() - DAY)
    const { container, raw } = storeWith([left])
    const purchases = new LeftPurchases(container)
    const found = { is: "found", purchaseId: "pay_col_1" }
    expect(await purchases.of(left)).toEqual(found)
    expect(await purchases.of(left)).toEqual(found)
    expect(raw).toHaveBeenCalledTimes(1)
    const [, { from = "", to = "" } = {}] = raw.mock.calls[0] ?? []
    expect(from < idAt("pay_col", Date.now() - DAY) && to > from).toBe(true)
    expect(to < idAt("pay_col", Date.now())).toBe(true)
  })

  test.each([
    ["of no time", sessionId("payses_unknown")],
    ["of another kind", sessionId(idAt("pay_col", Date.now()) + "0".repeat(16))],
    ["of the future", sessionOf(Date.now() + DAY)],
    ["of long ago", sessionOf(Date.now() - 31 * DAY)],
  ])("an invented id %s is not even searched for", async (_, invented) => {
    const { container, raw } = storeWith([invented])
    expect(await new LeftPurchases(container).of(invented)).toEqual({ is: "none" })
    expect(raw).not.toHaveBeenCalled()
  })

  test("is found beside thousands of invented ids, which are all searched for in one question", async () => {
    const left = sessionOf(Date.now() - DAY)
    const { container, raw } = storeWith([left])
    const purchases = new LeftPurchases(container, 1)
    const invented = Array.from({ length: 2_000 }, () => purchases.of(sessionOf(Date.now())))
    const found = await purchases.of(left)
    expect(found).toEqual({ is: "found", purchaseId: "pay_col_1" })
    expect(new Set((await Promise.all(invented)).map(({ is }) => is))).toEqual(new Set(["none"]))
    expect(raw.mock.calls.length).toBeLessThanOrEqual(2)
  })

  test("comes again when more wait for the next search than one can be", async () => {
    const { container } = storeWith([])
    const purchases = new LeftPurchases(container, 1, 2)
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => purchases.of(sessionOf(Date.now()))),
    )
    expect(answers.map(({ is }) => is)).toEqual(["none", "none", "none", "later", "later"])
    expect(await purchases.of(sessionOf(Date.now()))).toEqual({ is: "none" })
  })

  test("is searched for anew after a search that the database has not answered", async () => {
    const left = sessionOf(Date.now() - DAY)
    const { container, raw } = storeWith([left])
    raw.mockRejectedValueOnce(new Error("no connection"))
    const purchases = new LeftPurchases(container, 1)
    await expect(purchases.of(left)).rejects.toThrow("no connection")
    expect(await purchases.of(left)).toMatchObject({ is: "found" })
  })
})
