import fc from "fast-check"
import { holdsCardData } from "../card-data"

const nothingOpaque = () => false
const isToken = (path: string[]) => path.at(-1) === "token"

describe("card data that a browser sends to the store by mistake", () => {
  test.each([
    ["as text", { note: "4242424242424242" }],
    ["in groups", { note: "my card is 4242 4242-4242 4242, thanks" }],
    ["as a number", { note: 4242424242424242 }],
    ["as a key", { "4242424242424242": true }],
    ["in full-width digits", { note: "４２４２４２４２４２４２４２４２" }],
    ["deep in lists", { a: [{ b: [["x", { c: "5555555555554444" }]] }] }],
    ["in JSON in text", { extra: JSON.stringify({ a: { b: "4111111111111111" } }) }],
    ["in base64 of JSON", { extra: Buffer.from('{"a":"4111111111111111"}').toString("base64") }],
    ["as the token itself", { token: " 4242 4242 4242 4242 " }],
  ])("a card number is found %s", (_, data) => {
    expect(holdsCardData(data, isToken)).toBe(true)
  })

  test.each([
    { cvv: "123" },
    { payment_method: { type: "cc", cc: { number: "x" } } },
    { payment_method: { decrypted_apple_pay: {} } },
    { decryptedGooglePay: 1 },
    { onlinePaymentCryptogram: "AgAAAA==" },
    { token: Buffer.from('{"pan":"x","cryptogram":"y"}').toString("base64") },
    { "Card-Number": null },
  ])("what only RozetkaPay may see is known by its name: %j", (data) => {
    expect(holdsCardData(data, isToken)).toBe(true)
  })

  test("a card number is found wherever it stands, however deep", () => {
    const card = fc.constantFrom("4242424242424242", "5105105105105100", "378282246310005")
    const place = fc.array(fc.oneof(fc.constant("list"), fc.stringMatching(/^[a-z]{1,8}$/)), {
      maxLength: 15,
    })
    fc.assert(
      fc.property(card, place, fc.anything(), (number, path, beside) => {
        const data = path.reduceRight<unknown>(
          (inner, key) => (key === "list" ? [beside, inner] : { beside, [key]: inner }),
          number,
        )
        expect(holdsCardData(data, nothingOpaque)).toBe(true)
      }),
    )
  })

  test("what is nested deeper than any honest request is refused unread", () => {
    const deep = Array.from({ length: 30 }).reduce<unknown>((inner) => [inner], "x")
    expect(holdsCardData(deep, nothingOpaque)).toBe(true)
  })

  test("ordinary words, phones, amounts and tokens pass", () => {
    const honest = {
      mode: "direct",
      payment_method: { type: "cc_token", cc_token: { token: `ab4242424242424242cd` } },
      fingerprint: { browser_screen_width: 1280, browser_time_zone_offset: "-120" },
      phone: "+380501112233",
      amount: 1319.99,
      note: "замовлення 1234567890123",
    }
    expect(holdsCardData(honest, isToken)).toBe(false)
  })
})
