import { ownCustomer } from "../whose-purchase"

const ANNA = "cus_anna"

describe("what a customer keeps, or allows later", () => {
  test.each([
    ["their own cart", { of: "cart", customerId: ANNA }, true],
    ["another customer's cart", { of: "cart", customerId: "cus_boris" }, false],
    ["a guest's cart", { of: "cart", customerId: null }, false],
    ["a payment link, which may be passed on", { of: "order", customerId: ANNA }, false],
    ["a collection of nothing", { of: "nothing", customerId: null }, false],
  ] as const)("with %s", (_, whose, may) => {
    expect(ownCustomer(whose, ANNA, true)).toBe(may ? ANNA : null)
  })

  test.each([
    ["the customer's cart", { of: "cart", customerId: ANNA }, true],
    ["another's cart", { of: "cart", customerId: "cus_boris" }, false],
    ["the customer's order", { of: "order", customerId: ANNA }, true],
    ["another's order", { of: "order", customerId: null }, false],
    ["a charge of its own", { of: "nothing", customerId: null }, true],
  ] as const)("when a store's own code asks, with %s", (_, whose, may) => {
    expect(ownCustomer(whose, ANNA, false)).toBe(may ? ANNA : null)
  })
})
