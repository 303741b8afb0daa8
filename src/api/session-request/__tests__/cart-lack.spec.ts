import { missingIn, wantedFromStock } from "../cart-lack"

const variant = (more = {}) => ({
  manage_inventory: false,
  allow_backorder: false,
  product: { shipping_profile: { id: "goods" } },
  ...more,
})
const shirt = { quantity: 1, requires_shipping: true, variant_id: "shirt", variant: variant() }
const ebook = { ...shirt, variant_id: "ebook", requires_shipping: false }
const courier = { shipping_option: { shipping_profile_id: "goods" } }
const kyiv = { city: "Київ", address_1: "вул. Саксаганського 97" }
const whole = {
  email: "lesia@example.com",
  items: [shirt],
  shipping_address: kyiv,
  shipping_methods: [courier],
}

describe("a cart that is to be paid", () => {
  test("is taken when it has goods, an e-mail, an address and a delivery", () => {
    expect(missingIn(whole)).toBeNull()
  })

  test.each([
    ["cart_without_items", { items: [] }],
    ["cart_without_items", { items: null }],
    ["cart_without_email", { email: null }],
    ["cart_without_email", { email: " " }],
    ["cart_without_address", { shipping_address: null }],
    // Written by Medusa for a region of one country.
    ["cart_without_address", { shipping_address: { city: null, phone: "" } }],
    ["cart_without_delivery", { shipping_methods: [] }],
    ["cart_without_delivery", { shipping_methods: null }],
    ["items_unavailable", { items: [{ ...shirt, variant: null }] }],
  ])("lacks %s: %j", (code, more) => {
    expect(missingIn({ ...whole, ...more })).toBe(code)
  })

  test("needs a delivery for each kind of its goods", () => {
    const sofa = { ...shirt, variant: variant({ product: { shipping_profile: { id: "large" } } }) }
    const withSofa = { ...whole, items: [shirt, sofa] }
    expect(missingIn(withSofa)).toBe("cart_without_delivery")
    const lorry = { shipping_option: { shipping_profile_id: "large" } }
    expect(missingIn({ ...withSofa, shipping_methods: [courier, lorry] })).toBeNull()
  })

  test("needs no address and no delivery for goods that are not sent", () => {
    const digital = { ...whole, items: [ebook], shipping_address: null, shipping_methods: [] }
    expect(missingIn(digital)).toBeNull()
    expect(missingIn({ ...digital, items: [ebook, shirt] })).toBe("cart_without_address")
  })

  test("may have a line of the store's own, without a variant", () => {
    const gift = { quantity: 1, requires_shipping: true, variant_id: null, variant: null }
    expect(missingIn({ ...whole, items: [gift] })).toBeNull()
  })

  test("is looked for in stock only for what is counted and can run out, over all its lines", () => {
    const counted = { ...shirt, variant: variant({ manage_inventory: true }) }
    const onOrder = {
      ...shirt,
      variant_id: "x",
      variant: variant({ manage_inventory: true, allow_backorder: true }),
    }
    const wanted = wantedFromStock([counted, { ...counted, quantity: 2 }, onOrder, ebook])
    expect([...wanted]).toEqual([["shirt", 3]])
  })
})
