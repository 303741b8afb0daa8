import type { HowPaid } from "../../core/how-paid"
import { newsOf } from "../how-paid-note"

const HOW_PAID: HowPaid = {
  rrns: ["330012345678", "330012345679"],
  authCode: "123456",
  mask: "424242******4242",
  brand: "visa",
  bank: null,
  method: "card",
  parts: null,
}
const NOTED = {
  rozetkapay_id: "407",
  rozetkapay_rrn: "330012345678, 330012345679",
  rozetkapay_auth_code: "123456",
  rozetkapay_mask: "424242******4242",
  rozetkapay_brand: "visa",
  rozetkapay_method: "card",
}
const told = (more: Partial<HowPaid> = {}) => ({
  paymentId: "407",
  howPaid: { ...HOW_PAID, ...more },
})

describe("what a Payment says of how it was paid", () => {
  test("is written once, beside whatever the merchant keeps there", () => {
    expect(newsOf(told(), null)).toEqual(NOTED)
    expect(newsOf(told(), { seen_by: "Olha" })).toEqual(NOTED)
    expect(newsOf(told(), { ...NOTED, seen_by: "Olha" })).toBeNull()
  })

  test("gets what is new, such as a refund's number, and nothing else", () => {
    const rrns = [...HOW_PAID.rrns, "330012345680"]
    expect(newsOf(told({ rrns }), NOTED)).toEqual({
      rozetkapay_rrn: "330012345678, 330012345679, 330012345680",
    })
  })

  test("loses nothing to an answer that says less, and takes nothing from one of which nobody has paid", () => {
    const less = { rrns: [], authCode: null, mask: null, brand: null, method: null }
    expect(newsOf({ ...told(less), paymentId: null }, NOTED)).toBeNull()
    expect(newsOf({ paymentId: "407", howPaid: null }, null)).toBeNull()
    expect(newsOf({ paymentId: "407" }, null)).toBeNull()
  })
})
