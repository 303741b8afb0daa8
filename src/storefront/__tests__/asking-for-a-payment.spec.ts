import { readSessionInput } from "../../provider/start/session-input"
import {
  base64Token,
  nextStep,
  payByAlternative,
  payByApplePay,
  payByBlik,
  payByCardToken,
  payByConsent,
  payByGooglePay,
  payBySavedCard,
  payInParts,
  payOnRozetkaPay,
  returnAddress,
} from ".."

const TOKEN = "tok_5f0c1f6a7b"
const OPTION = "3f2c6c1e-8b0f-4a6f-9d8e-0a1b2c3d4e5f"

const request = {
  ipAddress: "203.0.113.7",
  userAgent: "Firefox",
  accept: "text/html",
  acceptLanguage: "uk",
}
/** What the server makes of what the page asks for. */
const understood = (input: object) =>
  readSessionInput(JSON.parse(JSON.stringify(input)), request, "uk")

describe("what a store's page asks of a payment session", () => {
  let screenNow = { colorDepth: 24, height: 844, width: 390 }
  beforeEach(() => {
    screenNow = { colorDepth: 24, height: 844, width: 390 }
    Object.defineProperty(globalThis, "screen", { configurable: true, get: () => screenNow })
    Object.defineProperty(globalThis, "navigator", {
      configurable: true,
      value: { language: "uk-UA", javaEnabled: () => false },
    })
  })
  afterEach(() => {
    Reflect.deleteProperty(globalThis, "screen")
    Reflect.deleteProperty(globalThis, "navigator")
  })

  test("a Polish bank's or lender's payment, by BLIK with its code", () => {
    expect(payByBlik("777 123")).toEqual({ method: "blik", blik_code: "777123" })
    expect(payInParts("monobank", 4)).toEqual({ bank: "monobank", parts: 4 })
    expect(payByAlternative("przelewy24")).toEqual({ method: "przelewy24" })
  })

  test("a card's token, with the browser's measures for 3-D Secure", () => {
    const { instrument, remember, browser } = understood(payByCardToken(TOKEN))
    expect(instrument).toEqual({ type: "cc_token", token: TOKEN, save: false })
    expect(remember).toBe(false)
    expect(browser?.fingerprint).toMatchObject({
      colorDepth: "24",
      javaEnabled: "false",
      language: "uk-UA",
      screenHeight: "844",
      screenWidth: "390",
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      timeZoneOffset: String(new Date().getTimezoneOffset()),
    })
  })

  test("a card to keep, and the consent to charge it later, only when asked for", () => {
    const token = { token: TOKEN }
    const kept = understood(payByCardToken(token, { save: true, remember: true }))
    expect(kept).toMatchObject({ instrument: { save: true }, remember: true })
    expect(payByCardToken(token, { save: false, remember: false })).not.toHaveProperty("save")
    expect(payByCardToken(token)).not.toHaveProperty("remember")
  })

  test("Apple Pay and Google Pay in base64, whatever letters they hold", () => {
    const payment = { version: "EC_v1", data: "дані ☕" }
    const json = JSON.stringify(payment)
    const token = Buffer.from(json, "utf8").toString("base64")
    expect(understood(payByApplePay(payment)).instrument).toEqual({ type: "apple_pay", token })
    expect(understood(payByGooglePay(json)).instrument).toEqual({ type: "google_pay", token })
    expect(base64Token(` ${json}`)).toBe(token)
    expect(base64Token(token)).toBe(token)
  })

  test("a saved card, a consent kept from earlier, and RozetkaPay's own page", () => {
    const saved = understood(payBySavedCard(OPTION, { remember: true }))
    expect(saved).toMatchObject({
      instrument: { type: "wallet", optionId: OPTION },
      remember: true,
    })
    expect(understood(payByConsent())).toMatchObject({ instrument: null, offSession: true })
    expect(understood(payOnRozetkaPay())).toMatchObject({ instrument: null, offSession: false })
    expect(understood(payOnRozetkaPay({ remember: true }))).toMatchObject({ remember: true })
  })

  test.each([
    [30, "24"],
    [24, "24"],
    [15, "15"],
    [64, "48"],
    [0, "1"],
  ])("a screen of %i bits is told as one that 3-D Secure knows: %s", (colorDepth, told) => {
    screenNow = { ...screenNow, colorDepth }
    const { browser } = understood(payByCardToken(TOKEN))
    expect(browser?.fingerprint?.colorDepth).toBe(told)
  })
})

describe("what comes after a payment session was started", () => {
  test("the bank's or RozetkaPay's page, when there is one", () => {
    const url = "https://checkout.rozetkapay.com/3ds/1"
    expect(nextStep({ data: { mode: "direct", checkout_url: url } })).toEqual({
      is: "redirect",
      url,
    })
  })

  test("completing the cart, when the shopper has nothing more to do", () => {
    expect(nextStep({ data: { mode: "direct", checkout_url: null } })).toEqual({ is: "complete" })
  })

  test("the plugin's own route, when completing did not bring an order", () => {
    const session = { id: "payses_1", provider_id: "pp_rozetkapay_rozetkapay" }
    expect(returnAddress(session, "https://api.shop.ua/")).toBe(
      "https://api.shop.ua/hooks/rozetkapay/pp_rozetkapay_rozetkapay/return/payses_1",
    )
  })

  test("an error, when there is no session or its address is no web address", () => {
    expect(() => nextStep(undefined)).toThrow("session is missing")
    expect(() => nextStep({ data: { checkout_url: "javascript:alert(1)" } })).toThrow("web address")
  })
})
