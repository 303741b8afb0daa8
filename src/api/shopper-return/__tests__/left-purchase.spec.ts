import { asValue } from "@medusajs/framework/awilix"
import { ContainerRegistrationKeys, createMedusaContainer } from "@medusajs/framework/utils"
import { idAt, sessionIdAt } from "../../../core/id-at"
import { type SessionId, sessionId } from "../../../core/session-id"
import { LeftPurchases } from "../left-purchase"
import { LookBudget } from "../look-budget"

const DAY = 86_400_000
let made = 0
/** As Medusa would have made it then. */
const sessionOf = (milliseconds: number): SessionId => {
  made += 1
  return sessionId(`${sessionIdAt(milliseconds)}${String(made).padStart(16, "0")}`)
}

/** A database that has notes of these sessions, and counts what it is asked. */
const storeWith = (noted: SessionId[]) => {
  const raw = jest.fn(async (_: string, { key }: Record<string, string>) => ({
    rows: noted.some((one) => key === `rozetkapay_left_${one}`) ? [{ id: "pay_col_1" }] : [],
  }))
  const container = createMedusaContainer()
  container.register(ContainerRegistrationKeys.PG_CONNECTION, asValue({ raw }))
  return { container, raw }
}

describe("a shopper who comes back from a page whose session Medusa has deleted", () => {
  test("is found by the note of the purchase, and searched for once", async () => {
    const left = sessionOf(Date.now() - DAY)
    const { container, raw } = storeWith([left])
    const purchases = new LeftPurchases()
    const found = { is: "found", purchaseId: "pay_col_1" }
    expect(await purchases.of(container, left)).toEqual(found)
    expect(await purchases.of(container, left)).toEqual(found)
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
    expect(await new LeftPurchases().of(container, invented)).toEqual({ is: "none" })
    expect(raw).not.toHaveBeenCalled()
  })

  test("whoever invents good ids by the thousand has some of them searched for a minute, and all others wait", async () => {
    let now = 0
    const { container, raw } = storeWith([])
    const purchases = new LeftPurchases(new LookBudget(3, () => now))
    const ask = () => purchases.of(container, sessionOf(Date.now()))
    const answers = []
    for (let asked = 0; asked < 1_000; asked += 1) answers.push((await ask()).is)
    expect(answers.filter((is) => is === "none")).toHaveLength(3)
    expect(answers.filter((is) => is === "later")).toHaveLength(997)
    expect(raw).toHaveBeenCalledTimes(3)
    now = 60_000
    expect(await ask()).toEqual({ is: "none" })
  })
})
