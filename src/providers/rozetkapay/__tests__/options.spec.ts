import fc from "fast-check"
import { optionWarnings, parseOptionsBy } from "../../../provider/store-options"
import { WIDGET_SCRIPT } from "../../../storefront/load-widget"
import { ADAPTERS } from "../../registry"
import { cardAdapter } from "../descriptor"
import { optionsSchema } from "../options"

const KEYS = { login: "shop-login", password: "shop-password" }

const refusal = (options: unknown): string[] => {
  try {
    parseOptionsBy(cardAdapter, options)
  } catch (error) {
    return (error instanceof Error ? error.message : String(error)).split("\n")
  }
  return []
}

describe("the provider's options", () => {
  test("login and password are enough; everything else has a default", () => {
    expect(parseOptionsBy(cardAdapter, KEYS)).toMatchObject({
      login: "shop-login",
      password: "shop-password",
      capture: true,
      apiUrl: "https://api.rozetkapay.com",
      backendUrl: "http://localhost:9000",
      storefrontUrl: "http://localhost:8000",
      timeoutMs: 8_000,
      description: "{items}",
      locale: "UK",
      products: true,
      countryCode: "ua",
      successUrl: "{storefront_url}/{country_code}/order/{order_id}/confirmed",
      failureUrl: "{storefront_url}/{country_code}/checkout?step=payment&payment_error={reason}",
      pendingUrl: "{backend_url}/hooks/rozetkapay/{provider_id}/waiting/{session_id}",
    })
  })

  test("the password is the callbacks' secret: not a space of it is trimmed", () => {
    expect(parseOptionsBy(cardAdapter, { ...KEYS, password: "  pass:wörd \n" }).password).toBe(
      "  pass:wörd \n",
    )
  })

  test("an address may end in a slash; what is built of it has one slash only", () => {
    const urls = {
      backendUrl: "https://api.shop.example/",
      storefrontUrl: "https://shop.example//",
    }
    expect(parseOptionsBy(cardAdapter, { ...KEYS, ...urls })).toMatchObject({
      backendUrl: "https://api.shop.example",
      storefrontUrl: "https://shop.example",
    })
  })

  test("an environment variable that is not set is a missing option, not a wrong one", () => {
    expect(
      parseOptionsBy(cardAdapter, { ...KEYS, apiUrl: undefined, capture: undefined }).capture,
    ).toBe(true)
    expect(refusal({ login: undefined, password: undefined })).toEqual([
      'medusa-payment-rozetkapay: option "login" is missing; RozetkaPay\'s support gives you a login and a password',
      'medusa-payment-rozetkapay: option "password" is missing; RozetkaPay\'s support gives you a login and a password',
    ])
    expect(refusal(undefined)).toHaveLength(2)
    expect(refusal(null)).toHaveLength(2)
  })

  test.each([
    ["login", "", "is empty"],
    ["login", 7, "must be a text"],
    ["login", null, "is missing"],
    ["password", "", "is empty"],
    ["capture", "true", "must be true or false"],
    ["apiUrl", "api.rozetkapay.com", "must be an http(s) url"],
    ["apiUrl", "ftp://api.rozetkapay.com", "must be an http(s) url"],
    ["backendUrl", "", "must be an http(s) url"],
    ["storefrontUrl", 8000, "must be an http(s) url"],
    ["onBehalfOf", "", "is empty"],
    ["onBehalfOf", 3, "must be a text"],
    ["timeoutMs", 499, "must be a whole number from 500 to 10000"],
    ["timeoutMs", 10_001, "must be a whole number from 500 to 10000"],
    ["timeoutMs", 800.5, "must be a whole number from 500 to 10000"],
    ["timeoutMs", "8000", "must be a whole number from 500 to 10000"],
    ["backendUrl", "https://shop.example/?a=1", "must have no login, no ? and no #"],
    ["backendUrl", "https://shop.example/#", "must have no login, no ? and no #"],
    ["storefrontUrl", "https://me:pass@shop.example", "must have no login, no ? and no #"],
    ["successUrl", "", "must begin with http(s)://"],
    ["pendingUrl", "/thanks", "must begin with http(s)://"],
    ["widgetScriptUrl", "http://cdn.shop.example/widget.js", "must be an https url"],
    ["widgetScriptUrl", "http://localhost.shop.example/w.js", "must be an https url"],
    ["widgetScriptUrl", "javascript:alert(1)", "must be an https url"],
    ["widgetScriptUrl", "//cdn.shop.example/widget.js", "must be an https url"],
    ["widgetScriptUrl", "https://me:pass@shop.example/w.js", "must have no login"],
    ["description", 5, "must be a text"],
    ["description", "", "is empty"],
    ["description", "д".repeat(251), "is longer than 250 characters"],
    ["locale", "uk", "must be UK, EN or PL"],
    ["colorMode", "light", "must be white or dark"],
    ["checkoutTtlMinutes", 0, "must be a whole number from 1 to 43200"],
    ["taxGroup", 10, "must be a whole number from 1 to 9"],
    ["products", "yes", "must be true or false"],
    ["countryCode", "UA", "must be a two-letter code such as ua"],
    ["countryCode", 1, "must be a text"],
    ["successUrl", null, "must be a text"],
    ["failureUrl", 1, "must be a text"],
    ["pendingUrl", {}, "must be a text"],
  ])("%s: %j gives one line that says what to do", (option, value, sentence) => {
    const lines = refusal({ ...KEYS, [option]: value })
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(`medusa-payment-rozetkapay: option "${option}" ${sentence}`)
  })

  test("the widget's script is the one that the browser module loads by itself", () => {
    expect(parseOptionsBy(cardAdapter, KEYS).widgetScriptUrl).toBe(WIDGET_SCRIPT)
    const own = "http://localhost:4010/widget.js?v=2"
    expect(parseOptionsBy(cardAdapter, { ...KEYS, widgetScriptUrl: own })).toMatchObject({
      widgetScriptUrl: own,
    })
  })

  test("a placeholder that does not exist is refused, and those that do are named", () => {
    expect(refusal({ ...KEYS, successUrl: "{storefront_url}/thanks/{order}" })).toEqual([
      'medusa-payment-rozetkapay: option "successUrl" has an unknown placeholder; known: {storefront_url}, {backend_url}, {provider_id}, {session_id}, {cart_id}, {order_id}, {country_code}, {reason}',
    ])
    expect(refusal({ ...KEYS, description: "Order {order_id}" })[0]).toContain(
      'option "description" has an unknown placeholder; known: {items}, {session_id}, {cart_id}, {email}',
    )
  })

  test.each([
    "successUrl",
    "failureUrl",
    "pendingUrl",
  ])("%s may put no sentence into an address any more, and the line says what to do instead", (option) => {
    const given = { ...KEYS, [option]: "{storefront_url}/pay?why={reason}&say={message}" }
    expect(refusal(given)).toEqual([
      `medusa-payment-rozetkapay: option "${option}" has {message}, which puts a sentence into an address, where anybody can write another one: use {reason}, and say its sentence in your storefront by paymentSentence of medusa-payment-rozetkapay/storefront`,
    ])
  })

  test("an unknown option is named, and so is every other mistake, one line each", () => {
    const lines = refusal({ login: "", Password: "hunter2", secret: "hunter2", capture: 1 })
    expect(lines).toHaveLength(5)
    expect(lines.join("\n")).not.toContain("hunter2")
    for (const option of ["login", "password", "Password", "secret", "capture"]) {
      expect(lines.filter((line) => line.includes(`option "${option}"`))).toHaveLength(1)
    }
  })

  test("whatever stands in a wrong option, it is never written into the log", () => {
    const names = Object.keys(optionsSchema.shape)
    const secret = "s3cret-hunter2"
    const wrong = fc.constantFrom<unknown>(
      [secret],
      { [secret]: secret },
      `${secret} `.repeat(3),
      `javascript:${secret}`,
      secret,
      `{${secret}} and {${secret}\n}`,
      [],
      () => secret,
      1e308,
      Number.NaN,
      Number.POSITIVE_INFINITY,
      -1,
      0.5,
      null,
      true,
      "",
    )
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...names)), wrong, (options, value) => {
        const given = Object.fromEntries(options.map((name) => [name, value]))
        const lines = refusal({ ...KEYS, ...given })
        expect(lines.join("\n")).not.toContain(secret)
        const named = lines.map(
          (line) => /^medusa-payment-rozetkapay: option "(\w+)" ./.exec(line)?.[1],
        )
        expect(named).not.toContain(undefined)
        expect(new Set(named).size).toBe(lines.length)
        expect(options).toEqual(expect.arrayContaining(named))
      }),
    )
  })

  test("options that are no options at all are refused in a line", () => {
    for (const options of ["login", 7, true]) {
      expect(refusal(options)).toHaveLength(1)
      expect(refusal(options)[0]).toContain('medusa-payment-rozetkapay: option "options"')
    }
  })
})

describe("what a merchant hears at boot although it stops nothing", () => {
  test("addresses that were left at their defaults: callbacks could not arrive", () => {
    expect(optionWarnings("rozetkapay", KEYS)).toEqual([
      "medusa-payment-rozetkapay: option \"backendUrl\" is not set: http://localhost:9000 is used, where RozetkaPay's callbacks can't arrive",
      'medusa-payment-rozetkapay: option "storefrontUrl" is not set: shoppers are sent back to http://localhost:8000',
    ])
  })

  test.each([
    "http://api.shop.example",
    "http://192.168.0.5:9000",
    "http://localhost.shop.example",
  ])("%s is unencrypted", (backendUrl) => {
    const warnings = optionWarnings("rozetkapay", {
      ...KEYS,
      backendUrl,
      storefrontUrl: "https://shop.example",
    })
    expect(warnings).toHaveLength(1)
    expect(warnings[0]).toContain('option "backendUrl" is http')
  })

  test.each([
    "http://api.rozetkapay.com",
    "HTTP://Gateway.Shop.Example/",
    "http://10.0.0.7:4010",
    "http://127.0.0.1.shop.example:4010",
  ])("the keys travel unencrypted to %s, whichever of RozetkaPay's APIs it is", (apiUrl) => {
    const given = {
      ...KEYS,
      apiUrl,
      backendUrl: "https://api.shop.example",
      storefrontUrl: "https://shop.example",
    }
    for (const { identifier } of ADAPTERS) {
      const warnings = optionWarnings(identifier, given)
      expect(warnings).toHaveLength(1)
      expect(warnings[0]).toContain('option "apiUrl" is http: the login, the password')
    }
  })

  test.each([
    "https://api.rozetkapay.com",
    "http://localhost:4010",
    "http://127.0.0.1:4010",
    "http://127.0.1.1:4010",
    "http://[::1]:4010",
  ])("nothing about the gateway at %s", (apiUrl) => {
    const urls = { backendUrl: "https://api.shop.example", storefrontUrl: "https://shop.example" }
    expect(optionWarnings("rozetkapay", { ...KEYS, ...urls, apiUrl })).toEqual([])
  })

  test.each([
    "https://api.shop.example",
    "http://localhost:9000",
    "http://127.0.0.1:9000",
    "http://[::1]:9000",
  ])("nothing about %s", (backendUrl) => {
    expect(
      optionWarnings("rozetkapay", { ...KEYS, backendUrl, storefrontUrl: "https://shop.example" }),
    ).toEqual([])
  })
})

describe("the option express", () => {
  const parse = (express: unknown) =>
    parseOptionsBy(cardAdapter, { login: "a", password: "b", express }).express

  it("wants a shipping option, and knows the rest", () => {
    expect(parse({ shippingOption: "courier" })).toEqual({
      shippingOption: "courier",
      email: "{session_id}@express.invalid",
      payOnDelivery: false,
    })
    const byChoice = () => "courier"
    expect(parse({ shippingOption: byChoice, payOnDelivery: true })).toMatchObject({
      shippingOption: byChoice,
      payOnDelivery: true,
    })
    expect(parse(undefined)).toBeUndefined()
  })

  it.each([
    [{}, "shippingOption"],
    [{ shippingOption: "" }, "shippingOption"],
    [{ shippingOption: "a", payOnDelivery: "yes" }, "payOnDelivery"],
    [{ shippingOption: "a", email: "{cart}@example.com" }, "email"],
    [{ shippingOption: "a", email: "orders" }, "email"],
    [{ shippingOption: "a", price: 1 }, "known: shippingOption, email, payOnDelivery"],
    ["courier", "must be an object with shippingOption"],
  ])("refuses %j in one line that says %s", (express, name) => {
    expect(() => parse(express)).toThrow(new RegExp(`^[^\n]*option "express" [^\n]*${name}[^\n]*$`))
  })
})
