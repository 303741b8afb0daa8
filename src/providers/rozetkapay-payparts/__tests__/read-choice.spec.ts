import { moneyOf } from "../../../core/money"
import type { Purchase, PurchaseAddress } from "../../../provider/start/purchase"
import { payPartsAdapter } from "../descriptor"
import { banksOf, offerOf } from "../offered-banks"
import { readChoice } from "../read-choice"
import { MONOBANK, NEW_BANK, OSCHADBANK } from "./banks"

const told = [OSCHADBANK, NEW_BANK, MONOBANK]
const options = (own: object = {}) => {
  const parsed = payPartsAdapter.optionsSchema.parse({ login: "a", password: "b", ...own })
  return parsed
}

const purchase = (address: Partial<PurchaseAddress> = {}): Purchase => ({
  cartId: "cart_1",
  orderId: null,
  orderNumber: null,
  email: "olena@shop.example",
  locale: null,
  shippingAddress: {
    first_name: "Олена",
    last_name: "Коваль",
    phone: "050 123-45-67",
    address_1: null,
    address_2: null,
    city: null,
    country_code: "ua",
    postal_code: null,
    ...address,
  },
  billingAddress: null,
  items: [],
  shipping: [],
})

const choose = (
  words: object,
  more: { amount?: string; currency?: string; address?: Partial<PurchaseAddress> } = {},
  own: object = {},
) =>
  readChoice(
    {
      words: { ...words },
      money: moneyOf(more.amount ?? "1000", more.currency ?? "UAH"),
      purchase: purchase(more.address),
      language: "en",
    },
    told,
    options(own),
  )

const refusal = (...asked: Parameters<typeof choose>) => {
  try {
    choose(...asked)
  } catch (error) {
    return error
  }
  throw new Error("It was not refused")
}

describe("the bank and the parts that a shopper chose", () => {
  test.each([3, "4"])("are kept: %j", (parts) => {
    expect(choose({ bank: "monobank", parts, amount: "1" })).toEqual({
      choice: { bank: "monobank", parts: Number(parts) },
    })
  })

  test.each([
    [{ bank: "monobank", parts: 3 }, { currency: "EUR" }, {}, "currency_not_supported"],
    [{ parts: 3 }, {}, {}, "bank_unknown"],
    [{ bank: "privatbank", parts: 3 }, {}, {}, "bank_unknown"],
    [{ bank: "newbank", parts: 3 }, {}, { banks: ["monobank"] }, "bank_unknown"],
    [{ bank: "oschadbank", parts: 3 }, {}, { mode: "direct" }, "bank_unknown"],
    [{ bank: "monobank", parts: 3 }, {}, { banks: ["abank"] }, "not_offered"],
    [{ bank: "monobank", parts: 3 }, { amount: "499.99" }, {}, "amount_below_least"],
    [{ bank: "newbank", parts: 3 }, { amount: "0.99" }, {}, "amount_below_least"],
    [{ bank: "monobank", parts: 3 }, { amount: "100000.01" }, {}, "amount_above_most"],
    [{ bank: "monobank", parts: 5 }, {}, {}, "parts_not_available"],
    [{ bank: "monobank", parts: "3.0" }, {}, {}, "parts_not_available"],
    [{ bank: "monobank", parts: 3 }, { address: { phone: null } }, {}, "customer_details_missing"],
    [
      { bank: "newbank", parts: 3 },
      { address: { last_name: null } },
      {},
      "customer_details_missing",
    ],
    [
      { bank: "monobank", parts: 3 },
      { address: { phone: "+48 501 234 567" } },
      {},
      "phone_not_ukrainian",
    ],
  ])("%j with %j and options %j are refused by %s", (words, more, own, code) => {
    expect(refusal(words, more, own)).toMatchObject({ code, message: expect.stringMatching(/\.$/) })
  })

  test("a bank that asks on its page needs no telephone number", () => {
    const address = { phone: "+48 501 234 567" }
    expect(choose({ bank: "oschadbank", parts: 3 }, { address }).choice.bank).toBe("oschadbank")
  })
})

describe("the banks that are shown", () => {
  test("are the merchant's, in the merchant's order, and only those that RozetkaPay has now", () => {
    const own = options({ banks: ["newbank", "privatbank", "monobank"] })
    expect(banksOf(told, own).map(({ name }) => name)).toEqual(["newbank", "monobank"])
    expect(banksOf(told, options()).map(({ name }) => name)).toEqual([
      "monobank",
      "newbank",
      "oschadbank",
    ])
    expect(banksOf([{ ...MONOBANK, availablePeriods: [] }], options())).toEqual([])
  })

  test("say their limits, parts and the merchant's fee; a bank that nobody knows yet goes by its own name", () => {
    const offer = offerOf(MONOBANK, moneyOf("1000", "UAH"), "uk")
    expect(offer).toMatchObject({
      min: "500",
      max: "100000",
      needs_phone: true,
      available: true,
      reason: null,
    })
    expect(offer.periods[0]).toEqual({ parts: 3, monthly: "333.33", last: "333.34", fee: "3.3" })
    expect(offer.periods[2]).toMatchObject({ parts: 6, fee: null })
    expect(offerOf(NEW_BANK, moneyOf("0.5", "UAH"), "uk")).toMatchObject({
      name: "Новий Банк",
      min: "1",
      max: null,
      available: false,
      reason: { code: "amount_below_least" },
    })
  })
})
