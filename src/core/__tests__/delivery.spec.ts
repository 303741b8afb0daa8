import fc from "fast-check"
import { deliveryOf, type ToldDelivery } from "../delivery"
import { deliveryCountry } from "../delivery-country"

const told = (change: Partial<ToldDelivery> = {}): ToldDelivery => ({
  firstName: "Олена",
  lastName: "Пчілка",
  patronym: null,
  phone: "+380501112233",
  email: "olena@example.com",
  carrier: "nova_poshta",
  kind: "W",
  city: "Київ",
  branch: "12",
  street: null,
  house: null,
  apartment: null,
  details: { delivery_type: "W" },
  ...change,
})

describe("a delivery that a buyer told the gateway", () => {
  it("stays as it was told where it is as it should be", () => {
    expect(deliveryOf(told())).toEqual(told())
  })

  it.each([
    ["+38 (050) 111-22-33", "+380501112233"],
    ["0501112233", "+380501112233"],
    ["80501112233", "+380501112233"],
    ["380501112233", "+380501112233"],
    ["+48 501 112 233", "+48501112233"],
    ["call me", null],
    ["12345", null],
    ["1".repeat(40), null],
  ])("has the phone %j written as %j", (phone, written) => {
    expect(deliveryOf(told({ phone }))?.phone).toBe(written)
  })

  it.each([
    [" Olena@Example.com ", "olena@example.com"],
    ["olena", null],
    [`${"a".repeat(300)}@example.com`, null],
    ["a@b.c\r\nBcc: all@example.com", null],
  ])("has the e-mail %j written as %j", (email, written) => {
    expect(deliveryOf(told({ email }))?.email).toBe(written)
  })

  it("is none when nobody says where it goes, or to whom", () => {
    expect(deliveryOf(told({ city: null, branch: null, street: " " }))).toBeNull()
    expect(deliveryOf(told({ firstName: "", lastName: null, phone: "?" }))).toBeNull()
    expect(deliveryOf(told({ city: null, branch: null, street: "вул. Франка" }))).not.toBeNull()
  })

  it("never takes more room than a row should have, whatever was told", () => {
    const text = fc.option(fc.oneof(fc.string({ unit: "binary", maxLength: 3_000 }), fc.string()))
    const words = fc.record({
      firstName: text,
      lastName: text,
      patronym: text,
      phone: text,
      email: text,
      carrier: text,
      kind: text,
      city: text,
      branch: text,
      street: text,
      house: text,
      apartment: text,
      details: fc.anything({ maxDepth: 6, maxKeys: 30, withBigInt: true, withDate: true }),
    })
    fc.assert(
      fc.property(words, (given) => {
        const written = JSON.stringify(deliveryOf({ ...given, city: "Київ", phone: "0501112233" }))
        expect(written.length).toBeLessThan(30_000)
        expect(written).not.toMatch(/[<>]|\\u0000|\\ud[89ab]/)
      }),
    )
  })

  it("keeps a structure's first entries, and none that JavaScript would take for its own", () => {
    const many = Object.fromEntries(Array.from({ length: 500 }, (_, at) => [`key${at}`, at]))
    expect(Object.keys(deliveryOf(told({ details: many }))?.details ?? {})).toHaveLength(60)
    const own: unknown = JSON.parse(
      '{"__proto__":{"x":1},"constructor":"y","city":{"name":"Київ"}}',
    )
    expect(deliveryOf(told({ details: own }))?.details).toEqual({ city: { name: "Київ" } })
    expect(deliveryOf(told({ details: "text" }))?.details).toEqual({})
  })
})

it.each([
  [["pl", "ua"], "ua"],
  [["pl"], "pl"],
  [[], null],
])("an order for a region of %j goes to %j", (countries, country) => {
  expect(deliveryCountry(countries)).toBe(country)
})
