import fc from "fast-check"
import { OneTimeInputs } from "../one-time-inputs"
import { readSessionInput } from "../session-input"
import { INPUT_KEY, takeSessionInput } from "../way-to-pay"

const request = {
  ipAddress: "203.0.113.7",
  userAgent: "Firefox",
  accept: "text/html",
  acceptLanguage: "en-GB,en;q=0.9",
}
const read = (data: unknown) => readSessionInput(data, request, "en")
const TOKEN = "tok_5f0c1f6a7b"
const OPTION = "3f2c6c1e-8b0f-4a6f-9d8e-0a1b2c3d4e5f"

const fingerprint = {
  browser_color_depth: 24,
  browser_java_enabled: false,
  browser_language: "uk",
  browser_screen_height: 844,
  browser_screen_width: "390",
  browser_time_zone: "Europe/Kyiv",
  browser_time_zone_offset: -120,
}

describe("what a storefront may ask of a payment session", () => {
  test("nothing asked: the shopper pays on RozetkaPay's page", () => {
    for (const data of [undefined, null, {}, { mode: "hosted" }, { mode: null, junk: [1] }]) {
      expect(read(data)).toMatchObject({ instrument: null, offSession: false, remember: false })
    }
  })

  test.each([
    "__proto__",
    "constructor",
    "prototype",
  ])("%s is nobody's mode, flag or card", (name) => {
    const asked = `{"mode":"direct","off_session":true,"remember":true,"payment_method":{"type":"cc_token","token":"${TOKEN}"}}`
    const written = `{"${name}":${asked},"deep":{"${name}":${asked}}}`
    expect(read(JSON.parse(written))).toMatchObject({
      instrument: null,
      offSession: false,
      remember: false,
    })
    const inside = `{"mode":"direct","payment_method":{"${name}":{"type":"cc_token","token":"${TOKEN}"}}}`
    expect(() => read(JSON.parse(inside))).toThrow(/not complete/)
  })

  test.each([
    ["as RozetkaPay writes it", { type: "cc_token", cc_token: { token: TOKEN } }],
    ["flat", { type: "cc_token", token: TOKEN }],
  ])("a card's token, %s", (_, payment_method) => {
    expect(read({ mode: "direct", payment_method, save: true }).instrument).toEqual({
      type: "cc_token",
      token: TOKEN,
      save: true,
    })
  })

  test("Google Pay, Apple Pay and a saved card", () => {
    for (const type of ["google_pay", "apple_pay"]) {
      const { instrument } = read({ mode: "direct", payment_method: { type, token: TOKEN } })
      expect(instrument).toEqual({ type, token: TOKEN })
    }
    const payment_method = { type: "wallet", option_id: OPTION }
    const { instrument } = read({ mode: "direct", payment_method })
    expect(instrument).toEqual({ type: "wallet", optionId: OPTION })
  })

  test("address, browser and languages are what the server sees, never what the client says", () => {
    const lies = { ...fingerprint, browser_ip_address: "8.8.8.8", browser_user_agent: "Lies" }
    const payment_method = { type: "cc_token", token: TOKEN, ip_address: "8.8.8.8" }
    const { browser } = read({ mode: "direct", payment_method, fingerprint: lies, ip: "8.8.8.8" })
    expect(browser).toEqual({
      ipAddress: "203.0.113.7",
      language: "en",
      pageLocale: "EN",
      fingerprint: {
        acceptHeader: "text/html",
        colorDepth: "24",
        ipAddress: "203.0.113.7",
        javaEnabled: "false",
        language: "uk",
        screenHeight: "844",
        screenWidth: "390",
        timeZone: "Europe/Kyiv",
        timeZoneOffset: "-120",
        userAgent: "Firefox",
      },
    })
  })

  test("a payment without the shopper needs no means of payment, and takes none", () => {
    expect(read({ off_session: true, mode: "direct" })).toMatchObject({
      offSession: true,
      instrument: null,
    })
    const payment_method = { type: "cc_token", token: TOKEN }
    expect(() => read({ off_session: true, payment_method })).toThrow(/off_session/)
  })

  test.each([
    { mode: "direct" },
    { mode: "direct", payment_method: { type: "cc_token" } },
    { mode: "direct", payment_method: { type: "bitcoin", token: TOKEN } },
    { mode: "direct", payment_method: { type: "wallet", option_id: "1" } },
    { mode: "direct", payment_method: { type: "wallet", option_id: OPTION }, save: true },
    { payment_method: { type: "cc_token", token: TOKEN } },
    { mode: "direct", payment_method: { type: "cc_token", token: TOKEN }, save: "yes" },
    "mode=direct",
  ])("what can't be meant is refused in a sentence without the token: %j", (data) => {
    expect(() => read(data)).toThrow(expect.objectContaining({ type: "invalid_data" }))
    expect(() => read(data)).not.toThrow(new RegExp(TOKEN))
  })

  test.each([
    "direkt",
    "Direct",
    "",
    "toString",
    1,
    false,
    ["direct"],
  ])("a mistyped mode is never taken for RozetkaPay's page: %j", (mode) => {
    const complaint = /`mode`.*"hosted", "direct" or "express_checkout"/
    const payment_method = { type: "cc_token", token: TOKEN }
    for (const more of [{}, { payment_method }, { off_session: true }]) {
      expect(() => read({ mode, ...more })).toThrow(complaint)
    }
    expect(() => takeSessionInput(new OneTimeInputs(), { mode }, "en")).toThrow(complaint)
  })

  test("anything else in any shape is dropped or refused, and never throws otherwise", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (payment_method, junk) => {
        try {
          const input = read({ mode: "direct", payment_method, junk })
          expect(JSON.stringify(input)).not.toContain("junk")
        } catch (error) {
          expect(error).toMatchObject({ type: "invalid_data" })
        }
      }),
    )
  })
})

describe("a token's way around the database", () => {
  const input = { instrument: null, offSession: true, remember: false, browser: null }

  test("what a request leaves is taken once, and by its own key only", () => {
    const inputs = new OneTimeInputs()
    const key = inputs.leave(input)
    expect(inputs.take("guessed")).toBeNull()
    expect(inputs.take(key)).toBe(input)
    expect(inputs.take(key)).toBeNull()
  })

  test("what nobody takes is gone after a minute", () => {
    let now = 0
    const inputs = new OneTimeInputs(() => now)
    const key = inputs.leave(input)
    now = 60_000
    expect(inputs.take(key)).toBeNull()
  })

  test("a flood of requests does not fill the memory", () => {
    const inputs = new OneTimeInputs(() => 0)
    const first = inputs.leave(input)
    const keys = Array.from({ length: 10_000 }, () => inputs.leave(input))
    expect(inputs.take(first)).toBeNull()
    expect(inputs.take(keys.at(-1))).toBe(input)
  })

  test("a store's own code may ask for an off-session payment, but not bring a token", () => {
    const inputs = new OneTimeInputs()
    expect(takeSessionInput(inputs, { off_session: true }, "en").offSession).toBe(true)
    expect(() => takeSessionInput(inputs, { payment_method: { token: TOKEN } }, "en")).toThrow(
      /token/,
    )
    expect(() => takeSessionInput(inputs, { [INPUT_KEY]: "guessed" }, "en")).toThrow(/token/)
  })

  test("the data of an earlier session start a payment on RozetkaPay's page, never a charge", () => {
    const earlier = { external_id: "payses_1", mode: "direct", checkout_url: null }
    expect(takeSessionInput(new OneTimeInputs(), earlier, "en")).toMatchObject({
      instrument: null,
      offSession: false,
    })
  })
})
