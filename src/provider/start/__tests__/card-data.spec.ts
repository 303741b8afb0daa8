import fc from "fast-check"
import { holdsCardData } from "../card-data"

const nothingOpaque = () => false
const isToken = (path: string[]) => path.at(-1) === "token"
const isOpaque = (path: string[]) => isToken(path) || path.at(-1) === "option_id"

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
    ["as the token itself, with its check number", { token: "4242424242424242 123" }],
    ["with its check number after it", { note: "4242424242424242 123" }],
    ["with expiry and check number after it", { note: "4242 4242 4242 4242 12/30 123" }],
    ["with both after it and no gap", { note: "42424242424242421230123" }],
    ["after another number", { note: "order 17: 5555-5555-5555-4444" }],
    ["with dots", { note: "4242.4242.4242.4242" }],
    ["with slashes", { note: "4242/4242/4242/4242" }],
    ["with tabs and line ends", { note: "4242\t4242\r\n4242\t4242" }],
    ["with en dashes", { note: "4242–4242–4242–4242" }],
    ["with what can't be seen", { note: [..."4242424242424242"].join("\u200b") }],
    ["with a soft hyphen and a no-break space", { note: "4242\u00ad4242\u00a04242\u20604242" }],
    ["in Arabic digits", { note: "٤٢٤٢٤٢٤٢٤٢٤٢٤٢٤٢" }],
    ["in Persian digits", { note: "۴۲۴۲ ۴۲۴۲ ۴۲۴۲ ۴۲۴۲" }],
    ["in the digits of Hindi", { note: "४२४२४२४२४२४२४२४२" }],
    ["in base64", { note: Buffer.from("4242424242424242").toString("base64") }],
    [
      "in base64 among words",
      { note: `card ${Buffer.from("4242 4242 4242 4242 123").toString("base64url")}!` },
    ],
    [
      "in base64 of base64",
      { note: Buffer.from(Buffer.from("4242424242424242").toString("base64")).toString("base64") },
    ],
    ["in hex", { note: Buffer.from("4242424242424242").toString("hex") }],
    ["in a part of a url", { note: "4242%204242%E2%80%934242%2D4242" }],
    [
      "in base64 as the token itself",
      { token: Buffer.from("4242424242424242").toString("base64") },
    ],
    ["over the fields of a form", { a: "4242", b: "4242", c: "4242", d: "4242" }],
    ["over fields with words between", { a: "4242", x: "ok", b: "42424242", y: null, c: 4242 }],
    ["over a list", { parts: ["4242", "4242", "4242", "4242"] }],
    ["over a list of digits", { parts: [..."378282246310005"].map(Number) }],
    ["over fields that are wrapped", { a: { v: "42424242" }, b: { v: ["42424242"] } }],
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

  test("a card number is found whatever stands between its digits, and in any script", () => {
    const card = fc.constantFrom(
      "4242424242424242",
      "5105105105105100",
      "2223003122003222",
      "378282246310005",
      "6011111111111117",
      "3530111333300000",
      "30569309025904",
      "6200000000000005",
      "9804000000000009",
    )
    const gap = fc.oneof(
      fc.constantFrom("", " ", "-", ".", "/", "\t", "–", "\u200b", ", ", " _ ", "\n", "|", "‑"),
      fc.string({ maxLength: 4 }).map((text) => text.replace(/[\p{L}\p{N}*#+%]/gu, "")),
    )
    const zero = fc.constantFrom(0x30, 0x660, 0x6f0, 0x966, 0xff10, 0x1d7ce)
    const around = fc.constantFrom("", "my card: ", "№ ", "(", " thanks")
    const written = fc
      .tuple(card, fc.array(gap, { minLength: 16, maxLength: 16 }), zero, around, around)
      .map(([number, gaps, from, before, after]) => {
        const digits = [...number].map(
          (digit, index) => String.fromCodePoint(from + Number(digit)) + (gaps[index] ?? ""),
        )
        return `${before}${digits.join("")}${after}`
      })
    fc.assert(
      fc.property(written, (note) => {
        expect(holdsCardData({ note }, nothingOpaque)).toBe(true)
        expect(holdsCardData({ token: Buffer.from(note).toString("base64") }, nothingOpaque)).toBe(
          true,
        )
      }),
      { numRuns: 2_000 },
    )
  })

  test("what a storefront is asked for passes, whatever the screen, the telephone and the time", () => {
    const screen = fc.constantFrom("360", "390", "844", "1080", "1440", "1920", "2560", "5120")
    const fingerprint = fc.record({
      browser_color_depth: fc.constantFrom("24", "30", "32", "48"),
      browser_java_enabled: fc.constantFrom("false", false),
      browser_language: fc.constantFrom("uk-UA", "en"),
      browser_screen_height: screen,
      browser_screen_width: screen,
      browser_time_zone: fc.constantFrom("Europe/Kyiv", "Etc/GMT-14"),
      browser_time_zone_offset: fc.integer({ min: -840, max: 720 }).map(String),
    })
    const nine = fc.stringMatching(/^[1-9]\d{8}$/)
    const data = fc.record({
      mode: fc.constantFrom("direct", "hosted"),
      payment_method: fc.oneof(
        fc.record({ type: fc.constant("wallet"), option_id: fc.uuid() }),
        fc.record({ type: fc.constant("privat_parts"), parts: fc.integer({ min: 2, max: 25 }) }),
        fc.record({ type: fc.constant("cc_token"), token: fc.stringMatching(/^[\w-]{20,400}$/) }),
      ),
      fingerprint,
      phone: nine.chain((digits) =>
        fc.constantFrom(
          `+380${digits}`,
          `380${digits}`,
          `+38 (0${digits.slice(0, 2)}) ${digits.slice(2, 5)}-${digits.slice(5, 7)}-${digits.slice(7)}`,
        ),
      ),
      house: fc.integer({ min: 1, max: 300 }),
      postal_code: fc.stringMatching(/^0[1-9]\d{3}$/),
      cart_id: fc.stringMatching(/^cart_01[0-9A-HJKMNP-TV-Z]{24}$/),
      at: fc.integer({ min: 1_700_000_000_000, max: 2_100_000_000_000 }),
      when: fc
        .date({ min: new Date("2024-01-01"), max: new Date("2045-01-01"), noInvalidDate: true })
        .chain((date) => {
          const iso = date.toISOString()
          return fc.constantFrom(iso, iso.replace(/[TZ]/g, " "), iso.replace(/\D/g, ""))
        }),
      card_mask: fc.constantFrom(
        "424242******4242",
        "4242 42** **** 4242",
        "**** 4242",
        "•••• 4242",
      ),
      expires_at: fc.constantFrom("12/30", "2030-12-31T00:00:00Z", "2030-12-31 00:00:00", "1230"),
      save: fc.boolean(),
    })
    fc.assert(
      fc.property(data, (given) => {
        expect(holdsCardData(given, isOpaque)).toBe(false)
      }),
      { numRuns: 5_000 },
    )
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
