import fc from "fast-check"
import { cleanText, deliveryOf, type ToldDelivery } from "../delivery"
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

describe("a text that a buyer told", () => {
  it.each([
    ["  two   words ", "two words"],
    ["a\nb\u2028c\u2029d\u0000e", "a b c d e"],
    ["<b>bold</b>", "b bold /b"],
    ["<>", null],
    ["", null],
    [null, null],
    ["e\u0301", "é"],
    ["abcdefghijkl", "abcdefghij"],
    ["abcdefghi jkl", "abcdefghi"],
    ["😀".repeat(12), "😀".repeat(10)],
  ])("is %j written as %j, on one line and not too long", (text, written) => {
    expect(cleanText(text, 10)).toBe(written)
  })

  it.each([
    ["firstName", 100],
    ["lastName", 100],
    ["patronym", 100],
    ["carrier", 60],
    ["kind", 60],
    ["city", 100],
    ["branch", 150],
    ["street", 150],
    ["house", 60],
    ["apartment", 60],
  ] as const)("is as %s at most %s characters long", (field, longest) => {
    const written = deliveryOf(told({ [field]: "a".repeat(longest + 1) }))
    expect(written?.[field]).toBe("a".repeat(longest))
  })

  it.each([
    ["380501112233", "+380501112233"],
    ["123456789", "+123456789"],
    ["12345678", null],
    ["123456789012345", "+123456789012345"],
    ["1234567890123456", null],
    ["05011122334", "+05011122334"],
    ["805011122334", "+805011122334"],
    ["10501112233", "+10501112233"],
    ["180501112233", "+180501112233"],
    [null, null],
  ])("is as a phone %j written as %j", (phone, written) => {
    expect(deliveryOf(told({ phone }))?.phone).toBe(written)
  })

  it("is as an e-mail no longer than one may be", () => {
    const address = (length: number) => `${"a".repeat(length - 60)}@${"b".repeat(55)}.com`
    const emailOf = (length: number) => deliveryOf(told({ email: address(length) }))?.email
    expect([emailOf(120), emailOf(255)]).toEqual([address(120), null])
    expect(deliveryOf(told({ email: null }))?.email).toBeNull()
  })
})

describe("what a delivery tells besides", () => {
  const detailsOf = (details: unknown) => deliveryOf(told({ details }))?.details

  it("is kept as plain values", () => {
    const plain = {
      text: "a",
      yes: true,
      no: false,
      count: 1.5,
      none: null,
      list: ["a", 1, { b: 2 }],
    }
    expect(detailsOf(plain)).toEqual(plain)
    const odd = { many: Number.POSITIVE_INFINITY, big: 1n, missing: undefined, text: "<" }
    expect(detailsOf(odd)).toEqual({ many: null, big: null, missing: null, text: null })
    expect(detailsOf({ text: "a".repeat(300) })).toEqual({ text: "a".repeat(250) })
    expect(detailsOf({ ["k".repeat(70)]: 1, "<": 2, prototype: 3 })).toEqual({
      ["k".repeat(60)]: 1,
    })
  })

  it("is kept four steps deep, and no deeper", () => {
    const deep = { a: { b: { c: { d: { e: 1 } } } } }
    expect(detailsOf(deep)).toEqual({ a: { b: { c: { d: null } } } })
    expect(detailsOf({ a: { b: { c: { d: 1 } } } })).toEqual({ a: { b: { c: { d: 1 } } } })
    expect(detailsOf({ a: [[[[1]]]] })).toEqual({ a: [[[null]]] })
  })

  it("is sixty values at most, those of lists and of what is inside counted", () => {
    const numbers = (count: number) => Array.from({ length: count }, (_, at) => at)
    expect(detailsOf({ list: numbers(100) })).toEqual({ list: numbers(59) })
    expect(detailsOf({ list: numbers(59), after: 1 })).toEqual({ list: numbers(59) })
    expect(detailsOf({ list: numbers(58), after: 1 })).toEqual({ list: numbers(58), after: 1 })
    expect(detailsOf({ first: numbers(58), later: numbers(5) })).toEqual({
      first: numbers(58),
      later: [],
    })
    const inside = Object.fromEntries(numbers(70).map((at) => [`key${at}`, at]))
    expect(Object.keys(Object(detailsOf({ inside })?.inside))).toHaveLength(59)
  })
})

it.each([
  [["pl", "ua"], "ua"],
  [["pl"], "pl"],
  [[], null],
])("an order for a region of %j goes to %j", (countries, country) => {
  expect(deliveryCountry(countries)).toBe(country)
})
