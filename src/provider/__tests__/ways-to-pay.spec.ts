import { moneyOf } from "../../core/money"
import { cardWays } from "../../providers/rozetkapay/ways-to-pay"
import {
  beyondLimits,
  type CartToPay,
  lackingDetails,
  pageAlone,
  reasonByLimits,
  type WayLimits,
} from "../ways-to-pay"

const cartOf = (amount: string, more: Partial<CartToPay> = {}): CartToPay => ({
  money: moneyOf(amount, "PLN"),
  payer: { country: "PL", firstName: "Anna" },
  customerId: null,
  language: "en",
  ...more,
})
const codeOf = (cart: CartToPay, limits: WayLimits) => reasonByLimits(cart, limits)?.code ?? null

describe("what a way to pay asks of a cart", () => {
  test("nothing, when it says nothing", () => {
    expect(codeOf(cartOf("0.00"), {})).toBeNull()
  })

  test.each([
    ["300.00", null],
    ["299.99", "amount_below_least"],
    ["25000.00", null],
    ["25000.01", "amount_above_most"],
  ])("%s within 300 and 25000, both included: %s", (amount, code) => {
    expect(codeOf(cartOf(amount), { least: "300", most: "25000" })).toBe(code)
  })

  test("a currency that it takes, before anything else", () => {
    const limits = { currencies: ["UAH"], countries: ["UA"], least: "1000" }
    expect(codeOf(cartOf("10.00"), limits)).toBe("currency_not_supported")
  })

  test("a country of its own, once the address says one", () => {
    const limits = { countries: ["UA", "PL"] }
    expect(codeOf(cartOf("10.00"), limits)).toBeNull()
    const abroad = cartOf("10.00", { payer: { country: "DE" } })
    expect(codeOf(abroad, limits)).toBe("country_not_supported")
    expect(codeOf(cartOf("10.00", { payer: {} }), limits)).toBeNull()
    expect(beyondLimits({ ...abroad, language: "uk" }, limits)?.message).toContain(
      "Україна, Польща",
    )
  })

  test("details that the cart's address may lack", () => {
    const wanted = ["first_name", "last_name", "phone"] as const
    expect(lackingDetails({ firstName: "Anna", phone: "" }, wanted)).toEqual(["last_name", "phone"])
  })
})

const plain = { widgetScriptUrl: "https://cdn.rozetkapay.com/widget.js" }

describe("the ways of the card provider", () => {
  const namesOf = (ways: ReturnType<typeof cardWays>) =>
    ways.filter(({ reason }) => reason === null).map(({ method }) => method)

  test("are its page, and in the store's own page what the options have set up", () => {
    expect(namesOf(cardWays(cartOf("10.00"), plain))).toEqual(["page"])
    const options = { ...plain, widgetKey: "key-1", applePayMerchantId: "merchant.shop" }
    const ways = cardWays(cartOf("10.00"), options)
    expect(namesOf(ways)).toEqual(["page", "card", "apple_pay"])
    expect(ways.find(({ method }) => method === "apple_pay")?.settings).toEqual({
      merchant_id: "merchant.shop",
    })
    expect(ways.find(({ method }) => method === "card")?.settings).toEqual({
      widget_key: "key-1",
      script_url: plain.widgetScriptUrl,
    })
    expect(cardWays(cartOf("10.00"), plain)[1]?.settings).toEqual({})
  })

  test("ask a logged-in customer what to keep, and a guest nothing", () => {
    const options = { ...plain, widgetKey: "key-1" }
    const asked = (more: Partial<CartToPay>) =>
      Object.fromEntries(
        cardWays(cartOf("10.00", more), options).map(({ method, asks }) => [method, asks]),
      )
    const unset = { google_pay: {}, apple_pay: {} }
    expect(asked({ customerId: "cus_1" })).toEqual({
      page: { remember: true, save: false },
      card: { remember: true, save: true },
      saved_card: { remember: true, save: false },
      ...unset,
    })
    expect(asked({ customerId: "cus_1", consent: { mask: null } })).toEqual({
      page: { remember: false, save: false },
      card: { remember: false, save: true },
      saved_card: { remember: false, save: false },
      consent: undefined,
      ...unset,
    })
    expect(Object.values(asked({}))).toEqual([{}, {}, {}, {}])
  })

  test("have the consent of a customer who can be charged by it, with the card's mask", () => {
    const cart = cartOf("10.00", { customerId: "cus_1", consent: { mask: "424242******4242" } })
    expect(cardWays(cart, plain).at(-1)).toMatchObject({
      method: "consent",
      reason: null,
      needs: [],
      data: { mode: "direct", off_session: true },
      settings: { mask: "424242******4242" },
    })
  })

  test("have saved cards for the customer whose cart it is", () => {
    const cart = cartOf("10.00", { customerId: "cus_1" })
    expect(namesOf(cardWays(cart, plain))).toEqual(["page", "saved_card"])
  })

  test("of an adapter that says nothing are RozetkaPay's page", () => {
    expect(pageAlone(cartOf("10.00"))).toMatchObject({ method: "page", data: { mode: "hosted" } })
  })
})
