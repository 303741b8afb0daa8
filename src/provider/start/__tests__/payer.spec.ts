import fc from "fast-check"
import { payerOf } from "../payer"
import type { Purchase, PurchaseAddress } from "../purchase"

const address = (fields: Partial<PurchaseAddress> = {}): PurchaseAddress => ({
  first_name: "Олена",
  last_name: "Шевченко",
  phone: "+380501112233",
  address_1: "вул. Хрещатик, 1",
  address_2: "кв. 5",
  city: "Київ",
  country_code: "ua",
  postal_code: "01001",
  ...fields,
})

const purchase = (fields: Partial<Purchase> = {}): Purchase => ({
  cartId: "cart_1",
  orderId: null,
  orderNumber: null,
  email: "olena@shop.example",
  locale: null,
  shippingAddress: address(),
  billingAddress: null,
  items: [],
  shipping: [],
  ...fields,
})

const options = { locale: "UK" } as const

describe("the shopper as RozetkaPay is told of them", () => {
  test("an address that is too long is cut, never through the middle of a character", () => {
    const long = address({ address_1: `${"а".repeat(99)}😀`, address_2: null })
    expect(payerOf(purchase({ shippingAddress: long }), null, options).address).toBe("а".repeat(99))
  })

  test("a guest's e-mail, name, phone and address go along without any setting up", () => {
    expect(payerOf(purchase(), null, options)).toEqual({
      email: "olena@shop.example",
      firstName: "Олена",
      lastName: "Шевченко",
      phone: "+380501112233",
      address: "вул. Хрещатик, 1, кв. 5",
      city: "Київ",
      country: "UA",
      postalCode: "01001",
      locale: "UK",
    })
  })

  test("a logged-in customer is named by id, and a dark page stays dark", () => {
    expect(payerOf(purchase(), "cus_1", { locale: "EN", colorMode: "dark" })).toMatchObject({
      externalId: "cus_1",
      locale: "EN",
      colorMode: "dark",
    })
  })

  test("the card's holder is whom the bill goes to, else whom the parcel goes to", () => {
    const billingAddress = address({ first_name: "Тарас", phone: null })
    const both = payerOf(purchase({ billingAddress }), null, options)
    expect(both).toMatchObject({ firstName: "Тарас", phone: "+380501112233" })
    const empty = address({ address_1: null, first_name: null })
    expect(payerOf(purchase({ billingAddress: empty }), null, options).firstName).toBe("Олена")
    expect(
      payerOf(purchase({ billingAddress: empty, shippingAddress: null }), null, options).lastName,
    ).toBe("Шевченко")
  })

  test("without a cart only the page's language is said", () => {
    expect(payerOf(null, null, options)).toEqual({ locale: "UK" })
    const empty = { shippingAddress: null, email: null }
    expect(payerOf(purchase(empty), null, options)).toEqual({ locale: "UK" })
  })

  test.each([
    ["uk-UA", "UK"],
    ["en", "EN"],
    ["EN-us", "EN"],
    ["pl-PL", "PL"],
    ["de-DE", "PL"],
    ["", "PL"],
  ] as const)("a cart in %j gets the page in %s", (locale, language) => {
    expect(payerOf(purchase({ locale }), null, { locale: "PL" }).locale).toBe(language)
  })

  test.each([
    "not an e-mail",
    "olena@",
    "@shop.example",
    "a b@shop.example",
  ])("an e-mail such as %j is left out: it must never stop a payment", (email) => {
    expect(payerOf(purchase({ email }), null, options)).not.toHaveProperty("email")
  })

  test("a country that is no code is left out", () => {
    for (const country_code of ["ukr", "u", "1a", "україна"]) {
      expect(
        payerOf(purchase({ shippingAddress: address({ country_code }) }), null, options),
      ).not.toHaveProperty("country")
    }
  })

  test("a long address is cut to RozetkaPay's 100 characters", () => {
    const long = payerOf(
      purchase({ shippingAddress: address({ address_1: `${"а".repeat(99)} провулок` }) }),
      null,
      options,
    )
    expect(long.address).toBe("а".repeat(99))
  })

  test("whatever a shopper types, no field is empty and the address is never too long", () => {
    const typed = fc.option(fc.string({ unit: "grapheme", maxLength: 150 }))
    const addresses = fc.record({
      first_name: typed,
      last_name: typed,
      phone: typed,
      address_1: typed,
      address_2: typed,
      city: typed,
      country_code: typed,
      postal_code: typed,
    })
    fc.assert(
      fc.property(addresses, typed, typed, (shippingAddress, email, locale) => {
        const payer = payerOf(purchase({ shippingAddress, email, locale }), null, options)
        for (const value of Object.values(payer)) expect(value).not.toBe("")
        expect((payer.address ?? "").length).toBeLessThanOrEqual(100)
        if (payer.country) expect(payer.country).toMatch(/^[A-Z]{2}$/)
        expect(["UK", "EN", "PL"]).toContain(payer.locale)
      }),
    )
  })
})
