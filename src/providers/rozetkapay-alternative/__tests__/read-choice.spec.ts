import { moneyOf } from "../../../core/money"
import { codeOf } from "../../../errors"
import type { Purchase } from "../../../provider/start/purchase"
import type { PaymentToChooseFor } from "../../../provider/start/start-session"
import { METHODS } from "../methods"
import { alternativeOptionsSchema } from "../options"
import { readChoice } from "../read-choice"

const address = {
  first_name: "Anna",
  last_name: "Nowak",
  phone: "+48500100200",
  address_1: "Staszica 22/6",
  address_2: null,
  city: "Poznań",
  country_code: "pl",
  postal_code: "60-524",
}
const purchase: Purchase = {
  cartId: "cart_1",
  orderId: null,
  orderNumber: null,
  email: "anna@shop.example",
  locale: null,
  shippingAddress: address,
  billingAddress: null,
  items: [],
  shipping: [],
}
const living = (more: Partial<typeof address>): Purchase => ({
  ...purchase,
  shippingAddress: { ...address, ...more },
})
const options = alternativeOptionsSchema.parse({ login: "shop", password: "secret" })

const asked = (
  words: Record<string, unknown>,
  more: Partial<PaymentToChooseFor> = {},
): PaymentToChooseFor => ({
  words,
  areStored: false,
  browser: { ipAddress: "203.0.113.7", language: "uk", fingerprint: null },
  money: moneyOf("149.90", "PLN"),
  purchase,
  language: "uk",
  ...more,
})
const refusal = (payment: PaymentToChooseFor, given = options): unknown => {
  try {
    return readChoice(payment, given)
  } catch (error) {
    return codeOf(error) ?? error
  }
}
const blik = { method: "blik", blik_code: "777123" }

describe("what a shopper may choose of the alternative payments", () => {
  test("BLIK takes its code aside, which is not a part of the choice", () => {
    expect(readChoice(asked(blik), options)).toEqual({ choice: { method: "blik" }, code: "777123" })
    const spaced = { ...blik, blik_code: "777 123" }
    expect(readChoice(asked(spaced), options).code).toBe("777123")
  })

  test.each(METHODS.filter((method) => method !== "blik"))("%s needs no code", (method) => {
    const words = { method, blik_code: "777123" }
    expect(readChoice(asked(words), options)).toEqual({ choice: { method } })
  })

  test.each([
    undefined,
    "",
    "77712",
    "7771234",
    "77712a",
    777123,
    null,
    "٧٧٧١٢٣",
  ])("BLIK with the code %p asks for six digits", (blik_code) => {
    expect(refusal(asked({ method: "blik", blik_code }))).toBe("blik_code_needed")
  })

  test("a code out of what the database keeps is refused, since too many know it", () => {
    expect(refusal(asked(blik, { areStored: true }))).toBe("token_out_of_request")
    expect(refusal(asked({ method: "blik" }, { areStored: true }))).toBe("blik_code_needed")
  })

  test.each([
    undefined,
    "",
    "BLIK",
    "cash",
    "toString",
    ["blik"],
  ])("the method %p is none", (method) => {
    expect(refusal(asked({ ...blik, method }))).toBe("method_unknown")
  })

  test("only what the merchant offers is taken", () => {
    const given = { ...options, methods: ["przelewy24" as const] }
    expect(refusal(asked(blik), given)).toBe("not_offered")
    expect(readChoice(asked({ method: "przelewy24" }), given).choice).toEqual({
      method: "przelewy24",
    })
  })

  test.each(METHODS)("%s is for złoty alone", (method) => {
    const money = moneyOf("149.90", "UAH")
    expect(refusal(asked({ ...blik, method }, { money }))).toBe("currency_not_supported")
  })

  test.each(METHODS)("%s begins at one złoty", (method) => {
    const of = (amount: string) => asked({ ...blik, method }, { money: moneyOf(amount, "PLN") })
    expect(refusal(of("0.99"))).toBe("amount_below_least")
    expect(refusal(of("1.00"))).toMatchObject({ choice: { method } })
  })

  test("loans and leases are for who lives in Poland, and a bank's app for everybody", () => {
    const abroad = (method: string) =>
      refusal(asked({ ...blik, method }, { purchase: living({ country_code: "ua" }) }))
    for (const method of ["blik_paylater", "leasing", "leaselink", "santander"]) {
      expect(abroad(method)).toBe("country_not_supported")
    }
    for (const method of ["blik", "przelewy24"]) expect(abroad(method)).toMatchObject({})
  })

  test.each([
    ["blik", { first_name: "" }],
    ["blik", { last_name: "" }],
    ["blik_paylater", { first_name: "" }],
    ["leasing", { phone: "" }],
    ["leaselink", { phone: "" }],
    ["przelewy24", { country_code: "" }],
  ])("%s says which details it needs: %p", (method, lacking) => {
    const payment = asked({ ...blik, method }, { purchase: living(lacking) })
    expect(refusal(payment)).toBe("customer_details_missing")
  })

  test("the sentence is in the shopper's language, and names what is missing", () => {
    const of = (language: "uk" | "en") =>
      asked(blik, { language, purchase: { ...living({ last_name: "" }), email: null } })
    expect(() => readChoice(of("uk"), options)).toThrow(/прізвище, електронна пошта/)
    expect(() => readChoice(of("en"), options)).toThrow(/last name, e-mail address/)
  })

  test("what a bank wants to know the shopper's address of is not started without it", () => {
    expect(refusal(asked(blik, { browser: null }))).toBe("not_offered")
    const browser = {
      ipAddress: null,
      ipv6Address: "2001:db8::7",
      language: null,
      fingerprint: null,
    }
    expect(refusal(asked(blik, { browser }))).toMatchObject({ code: "777123" })
    expect(refusal(asked({ method: "przelewy24" }, { browser: null }))).toMatchObject({
      choice: { method: "przelewy24" },
    })
  })
})
