import { hasPayments, isBeingEdited, isPaidOtherwise } from "../order-of-page"

const paidBy = (...providers: string[]) => ({
  id: "order_1",
  payment_collections: [
    { payments: providers.map((provider_id, at) => ({ id: `pay_${at}`, provider_id })) },
  ],
})

describe("An order of the page", () => {
  test("is none of RozetkaPay's when others took all its payments", () => {
    expect(isPaidOtherwise(paidBy("pp_system_default"))).toBe(true)
    expect(isPaidOtherwise(paidBy("pp_system_default", "pp_rozetkapay-payparts_parts"))).toBe(false)
  })

  test("may be anybody's while nobody paid", () => {
    expect(isPaidOtherwise({ id: "order_1" })).toBe(false)
    expect(hasPayments({ id: "order_1", payment_collections: [{ payments: null }] })).toBe(false)
  })

  test.each([
    [{ change_type: "edit", status: "pending" }, true],
    [{ change_type: "edit", status: "requested" }, true],
    [{ change_type: "edit", status: "confirmed" }, false],
    [{ change_type: "return", status: "pending" }, false],
    [null, false],
  ])("with the change %j is being edited: %s", (order_change, isEdited) => {
    expect(isBeingEdited({ id: "order_1", order_change })).toBe(isEdited)
  })
})
