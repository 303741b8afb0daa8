import { lackOfCollection, whyNotPayable } from "../why-not-payable"
import { uah } from "./random-ledgers"

const asked = { amount: uah("1319.99"), currency: "UAH" }
const nothing = uah("0")

/** A link of an order that nobody has paid anything of. */
const link = {
  asked,
  status: "not_paid",
  standing: nothing,
  orderLacks: asked.amount,
  orderCanceled: false,
}

describe("whether a link may still be paid", () => {
  test("it may, when it asks for what its order lacks or for a part of that", () => {
    expect(whyNotPayable(link)).toBeNull()
    expect(whyNotPayable({ ...link, status: "awaiting", orderLacks: uah("2639.98") })).toBeNull()
  })

  test("it may not when its order was cancelled, or nothing is due", () => {
    expect(whyNotPayable({ ...link, orderCanceled: true })).toEqual({ is: "order_canceled" })
    for (const orderLacks of [nothing, uah("-100")]) {
      expect(whyNotPayable({ ...link, orderLacks })).toEqual({ is: "paid" })
    }
  })

  test("it may not when it was paid, wholly or in part, although its order costs more by now", () => {
    const orderLacks = uah("2639.98")
    for (const paid of [
      { status: "completed" },
      { standing: asked.amount },
      { status: "awaiting", standing: uah("1000") },
    ]) {
      expect(whyNotPayable({ ...link, ...paid, orderLacks })).toEqual({ is: "paid" })
    }
  })

  test("it may not when Medusa has canceled it and made another", () => {
    expect(whyNotPayable({ ...link, status: "canceled" })).toEqual({ is: "closed" })
  })

  test("it may not when the order lacks less than it asks for, and it says how much", () => {
    const orderLacks = uah("819.99")
    expect(whyNotPayable({ ...link, orderLacks })).toEqual({
      is: "too_much",
      asked,
      lacks: orderLacks,
    })
  })
})

describe("what a payment collection may still take", () => {
  test("all that it asks for, less what stands of its Payments", () => {
    expect(lackOfCollection(link, false)).toBe("1319.99")
    expect(lackOfCollection({ ...link, standing: uah("1000") }, false)).toBe("319.99")
  })

  test("nothing once it is over; a cart's whose first payment was undone still takes the next one", () => {
    expect(lackOfCollection({ ...link, status: "canceled" }, true)).toBe("0.00")
    expect(lackOfCollection({ ...link, status: "completed" }, false)).toBe("0.00")
    expect(lackOfCollection({ ...link, status: "completed" }, true)).toBe("1319.99")
  })
})
