import { externalId } from "../../../core/external-id"
import { amountOf } from "../../../core/money"
import type { PaymentToStart } from "../../../provider/payment-gateway"
import { productLines } from "../../../provider/start/product-lines"
import { orderToCreate } from "../order-to-create"

const payment = (own: Partial<PaymentToStart> = {}): PaymentToStart => ({
  externalId: externalId("payses_1"),
  twoStep: false,
  currency: "UAH",
  amount: amountOf("1000", "UAH"),
  callbackUrl: "https://shop.example/callback",
  resultUrl: "https://shop.example/return",
  description: "Сорочка × 3",
  customer: { firstName: "Олена", lastName: "Коваль", phone: "050 123-45-67" },
  products: [],
  metadata: { medusa_session: "payses_1" },
  instrument: null,
  remember: false,
  choice: { bank: "monobank", parts: 3 },
  ...own,
})

describe("an order in instalments, as it is asked for", () => {
  test("names the bank, the parts, the customer as the bank knows them, and whether it is confirmed by itself", () => {
    expect(orderToCreate(payment())).toMatchObject({
      bankName: "monobank",
      mode: "direct",
      partsCount: 3,
      amount: "1000.00",
      autoConfirmAfterSuccess: true,
      customer: { firstName: "Олена", lastName: "Коваль", phone: "+380501234567" },
      metadata: { medusa_session: "payses_1" },
    })
    expect(orderToCreate(payment({ twoStep: true })).autoConfirmAfterSuccess).toBe(false)
    const hosted = payment({ choice: { bank: "oschadbank", parts: 3 }, customer: { phone: "+48" } })
    expect(orderToCreate(hosted)).toMatchObject({ mode: "hosted", customer: { phone: undefined } })
  })

  test("has lines of whole pieces that add up to the amount, also where the price does not divide", () => {
    const line = { title: "Сорочка", image: null, variantMetadata: null, productMetadata: null }
    const products = productLines(
      {
        items: [
          {
            ...line,
            id: "a",
            quantity: 3,
            total: 900.1,
            product: { category: "Одяг", description: null, handle: null },
          },
          {
            ...line,
            id: "b",
            quantity: 1.5,
            total: 99.9,
            variantMetadata: { rozetkapay_tax_group: 2 },
          },
        ],
        shipping: [],
      },
      { amount: amountOf("1000", "UAH"), currency: "UAH" },
      7,
    )
    const lines = orderToCreate(payment({ products })).products ?? []
    expect(lines.every(({ quantity }) => Number.isInteger(quantity) && quantity > 0)).toBe(true)
    const kopiykas = lines.map(({ price, quantity }) => Math.round(Number(price) * 100) * quantity)
    expect(kopiykas.reduce((all, one) => all + one)).toBe(100_000)
    expect(lines.map(({ taxGroup, categoryName }) => [taxGroup, categoryName])).toEqual([
      [7, "Одяг"],
      [7, "Одяг"],
      [2, undefined],
    ])
  })

  test("has one line for all where the bank wants some and the cart's do not make up the sum", () => {
    const choice = { bank: "rozetkapay", parts: 2 }
    expect(orderToCreate(payment({ choice })).products).toEqual([
      { name: "Сорочка × 3", quantity: 1, price: "1000.00" },
    ])
    expect(orderToCreate(payment()).products).toBeUndefined()
  })

  test("is not asked for when nothing was chosen", () => {
    const choices: PaymentToStart["choice"][] = [undefined, { bank: "monobank" }, { method: "x" }]
    for (const choice of choices) {
      expect(() => orderToCreate(payment({ choice }))).toThrow("no bank and parts were chosen")
    }
  })
})
