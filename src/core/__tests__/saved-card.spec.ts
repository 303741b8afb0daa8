import { publicCard } from "../saved-card"

test("A storefront reads of a saved card what a customer may see, and nothing that charges it", () => {
  const card = {
    ...{ id: "option_1", mask: "424242******4242", brand: "VISA", expiry: "2031-04" },
    ...{ bank: "mono", name: "Salary", isDefault: true, token: "secret" },
  }
  const { isDefault: _, token: __, ...seen } = card
  expect(publicCard(card)).toEqual({ ...seen, is_default: true })
})
