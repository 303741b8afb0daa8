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

  // Google's key expires at a time in milliseconds: 13 digits, one in ten with a card's check digit.
  test("an encrypted wallet's token passes, whatever its times and ids are", () => {
    const google = fc.integer({ min: 1_700_000_000_000, max: 2_000_000_000_000 }).map((time) => ({
      signature: "MEUCIQDRW",
      intermediateSigningKey: {
        signedKey: JSON.stringify({ keyValue: "MFkwEwYHKoZI", keyExpiration: String(time) }),
        signatures: ["MEQCIEn5"],
      },
      protocolVersion: "ECv2",
      signedMessage: JSON.stringify({ encryptedMessage: "mKOoXwi8", tag: "c6+x/A==" }),
    }))
    const hex = fc.array(fc.constantFrom(..."00112233445566778899abcdef"), { minLength: 64 })
    const apple = hex.map((digits) => ({
      version: "EC_v1",
      data: "4OZho15e9Yp5K0EtKerg",
      header: { ephemeralPublicKey: "MFkwEwYH", transactionId: digits.join("") },
    }))
    fc.assert(
      fc.property(fc.oneof(google, apple), (payload) => {
        const json = JSON.stringify(payload)
        for (const token of [json, Buffer.from(json).toString("base64")]) {
          expect(holdsCardData({ token }, isToken)).toBe(false)
        }
      }),
      { numRuns: 500 },
    )
  })

  test("a wallet's decrypted card is found in its token", () => {
    for (const inside of [{ number: "4242424242424242" }, [["2223003122003222"]], "{}"]) {
      const token = Buffer.from(JSON.stringify({ a: JSON.stringify(inside), b: inside }))
      const isCard = typeof inside !== "string"
      expect(holdsCardData({ token: token.toString("base64") }, isToken)).toBe(isCard)
    }
  })

  test("a moment in milliseconds is no card", () => {
    for (let last = 0; last < 10; last++) {
      expect(holdsCardData({ at: 1_790_000_000_000 + last }, nothingOpaque)).toBe(false)
    }
  })
})
