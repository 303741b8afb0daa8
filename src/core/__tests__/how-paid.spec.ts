import { asReference, distinctRrns, type HowPaid, howPaidBy } from "../how-paid"

const NOTHING: HowPaid = {
  rrns: [],
  authCode: null,
  mask: null,
  brand: null,
  bank: null,
  method: null,
  parts: null,
}

describe("How a payment was paid", () => {
  test("is put together of all that tell of it: the first that knows a fact, counts", () => {
    const answer = { ...NOTHING, rrns: ["330012345678"], brand: "visa", bank: "mono" }
    const callback = {
      ...{ rrns: ["330012345678", "330012345679"], authCode: "123456", brand: "mastercard" },
      ...{ mask: "424242******4242", bank: "privat", method: "card", parts: 3 },
    }
    expect(howPaidBy([NOTHING, answer, callback])).toEqual({
      ...callback,
      brand: "visa",
      bank: "mono",
    })
  })

  test("is not known of what nobody tells", () => {
    expect(howPaidBy([])).toBeNull()
    expect(howPaidBy([NOTHING])).toEqual(NOTHING)
  })
})

describe("A reference number", () => {
  test.each(["330012345678", "1", "ABCdef123456"])("is %s", (text) => {
    expect(asReference(text)).toBe(text)
  })

  test.each([
    "3300123456789",
    "4242424242424242",
    "",
    "33 0012",
    " 330012345678",
    "330012345678\n1",
    null,
  ])("is not %p: what is longer may be a card's number", (text) => {
    expect(asReference(text)).toBeNull()
  })

  test("is kept once, and of a flood of them only the first ten", () => {
    expect(distinctRrns(["1", "1", null, "4242424242424242", "2"])).toEqual(["1", "2"])
    const flood = Array.from({ length: 12 }, (_, n) => String(n))
    expect(distinctRrns(flood)).toEqual(flood.slice(0, 10))
  })
})
