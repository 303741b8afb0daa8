import { parseOptionsBy } from "../../../provider/store-options"
import { cardToAdd, readCardInput } from "../card-input"
import { cardAdapter } from "../descriptor"

const request = {
  ipAddress: "192.0.2.1",
  userAgent: "Mozilla/5.0",
  accept: "*/*",
  acceptLanguage: "uk",
}
const options = parseOptionsBy(cardAdapter, {
  login: "a",
  password: "b",
  backendUrl: "https://api.shop.example",
  storefrontUrl: "https://shop.example",
})
const fromWidget = {
  token: "b1946ac92492d2347c6235b4d2611184",
  card_mask: "424242******4242",
  expires_at: "2026-11-22T10:00:00",
}
const fingerprint = {
  browser_color_depth: 24,
  browser_java_enabled: false,
  browser_language: "uk",
  browser_screen_height: 844,
  browser_screen_width: 390,
  browser_time_zone: "Europe/Kyiv",
  browser_time_zone_offset: -120,
}

describe("a card to be saved, as a storefront names it", () => {
  test("is what the widget has handed out, under the widget's names", () => {
    expect(
      readCardInput({ ...fromWidget, make_default: true, fingerprint }, request, "en"),
    ).toEqual({
      card: {
        token: fromWidget.token,
        mask: fromWidget.card_mask,
        expiresAt: fromWidget.expires_at,
      },
      makeDefault: true,
      fingerprint: expect.objectContaining({
        colorDepth: "24",
        ipAddress: "192.0.2.1",
        userAgent: "Mozilla/5.0",
      }),
    })
  })

  test.each([
    undefined,
    null,
    {},
    { provider_id: "x", anything: "else" },
  ])("is given on RozetkaPay's page otherwise: %j", (body) => {
    expect(readCardInput(body, request, "en")).toEqual({
      card: null,
      makeDefault: false,
      fingerprint: null,
    })
  })

  test("has no browser when a store's own code saves it", () => {
    expect(readCardInput({ ...fromWidget, fingerprint }, null, "en").fingerprint).toBeNull()
  })

  test.each<[string, unknown, string]>([
    ["a token alone", { token: fromWidget.token }, "card_mask, expires_at"],
    ["a mask alone", { card_mask: "424242******4242" }, "token, expires_at"],
    ["an empty token", { ...fromWidget, token: "" }, "token"],
    ["a mask with too many digits", { ...fromWidget, card_mask: "42424242424*4242" }, "card_mask"],
    ["a default that is a word", { make_default: "yes" }, "make_default"],
    ["a country that is a path", { country_code: "../.." }, "country_code"],
    [
      "half a fingerprint",
      { ...fromWidget, fingerprint: { browser_language: "uk" } },
      "fingerprint.",
    ],
    ["a session's payment method", { payment_method: { type: "cc_token" } }, "payment_method"],
    ["a list", [fromWidget], "object"],
    ["a card number", { ...fromWidget, token: "4242 4242 4242 4242" }, "widget"],
    ["a CVV", { ...fromWidget, more: { cvv: "1" } }, "widget"],
  ])("%s is refused by the field's name, never by its value", (_, body, words) => {
    const read = () => readCardInput(body, request, "en")
    expect(read).toThrow(words)
    expect(read).not.toThrow(/b1946|4242|\.\.\/|yes/)
  })
})

test("where a card's confirmation is reported and ends is the store's to say", () => {
  const hostile = { callback_url: "https://evil.example", result_url: "https://evil.example" }
  expect(cardToAdd(readCardInput(hostile, request, "en"), options, "pp_rozetkapay_main")).toEqual({
    card: null,
    makeDefault: false,
    fingerprint: null,
    callbackUrl: "https://api.shop.example/hooks/rozetkapay/pp_rozetkapay_main",
    resultUrl: "https://shop.example/ua/account/cards",
  })
  const polish = readCardInput({ country_code: "pl" }, request, "en")
  expect(cardToAdd(polish, options, "pp_rozetkapay_main").resultUrl).toBe(
    "https://shop.example/pl/account/cards",
  )
})
