import { existsSync } from "node:fs"
import { openApiPath } from "../beside-repository"
import { Shop } from "./shop"

const wrong: [string, Record<string, unknown>, { code: string; param: string }][] = [
  ["an amount of six decimals", { amount: 10.123456 }, body("amount")],
  ["an amount written as a string", { amount: "10.00" }, body("amount")],
  ["an amount of zero", { amount: 0 }, body("amount")],
  ["an amount below zero", { amount: -5 }, body("amount")],
  ["a missing amount", { amount: undefined }, body("amount")],
  ["a missing currency", { currency: undefined }, body("currency")],
  ["a currency nobody knows", { currency: "XXX" }, { code: "invalid_currency", param: "currency" }],
  ["a fraction of a yen", { amount: 100.5, currency: "JPY" }, body("amount")],
  ["a missing external_id", { external_id: undefined }, body("external_id")],
  ["a mode nobody knows", { mode: "widget" }, body("mode")],
  ["a number as products[].quantity", product({ quantity: 1 }), body("products.quantity")],
  ["a number as products[].net_amount", product({ net_amount: 9.5 }), body("products.net_amount")],
  ["a number as products[].vat_amount", product({ vat_amount: 0 }), body("products.vat_amount")],
  ["eleven metadata entries", { metadata: entries(11) }, body("metadata")],
  ["a metadata value of 201 characters", { metadata: { a: "x".repeat(201) } }, body("metadata.a")],
  [
    "a metadata key of 31 characters",
    { metadata: { ["k".repeat(31)]: "v" } },
    body(`metadata.${"k".repeat(31)}`),
  ],
  [
    "an address of 101 characters",
    { customer: { address: "я".repeat(101) } },
    body("customer.address"),
  ],
  ["an e-mail that is none", { customer: { email: "nobody" } }, body("customer.email")],
  ["an unknown locale", { customer: { locale: "uk" } }, body("customer.locale")],
  ["an unknown colour", { customer: { color_mode: "light" } }, body("customer.color_mode")],
  ["an IPv6 address", { customer: { ip_address: "::1" } }, body("customer.ip_address")],
  ["a callback_url that is none", { callback_url: "callback" }, body("callback_url")],
  ["a payload of 4001 characters", { payload: "x".repeat(4001) }, body("payload")],
]

function body(param: string) {
  return { code: "invalid_request_body", param }
}

function product(field: Record<string, unknown>) {
  return { products: [{ name: "Shirt", quantity: "1", ...field }] }
}

function entries(count: number) {
  return Object.fromEntries(Array.from({ length: count }, (_, at) => [`key${at}`, "value"]))
}

describe.each([
  ["with the OpenAPI document, when it is at hand", undefined],
  ["by the sandbox's own rules alone", null],
])("%s", (_title, openapi) => {
  let shop: Shop
  beforeAll(async () => {
    if (openapi === undefined) requireDocumentOnCi()
    shop = await Shop.open({ openapi })
  })
  afterAll(() => shop.close())

  test.each(wrong)("%s is refused the way the gateway refuses it", async (_what, change, error) => {
    const answer = await shop.create("wrong", change)
    expect(answer.status).toBe(400)
    expect(answer.body).toMatchObject({ ...error, type: "invalid_request_error", payment_id: "" })
    expect(answer.body).toMatchObject({
      message: expect.stringMatching(/\S/),
      error_id: expect.stringMatching(/\S/),
    })
    expect((await shop.look("payments/wrong")).status).toBe(404)
  })

  test("strings as products[].quantity, net_amount and vat_amount are accepted", async () => {
    const products = [
      { name: "Shirt", quantity: "2", net_amount: "600.00", vat_amount: "24.99", tax_group: 1 },
    ]
    expect((await shop.create("right", { products })).status).toBe(200)
  })

  test("hosted works with a customer that has no payment_method", async () => {
    const customer = { email: "olena@example.com", locale: "UK", color_mode: "dark" }
    expect((await shop.create("guest", { customer })).status).toBe(200)
  })

  test("a body that is not JSON is refused in the gateway's words", async () => {
    const response = await fetch(`${shop.sandbox.url}/api/payments/v1/new`, {
      method: "POST",
      headers: { authorization: `Basic ${btoa("sandbox-login:sandbox-password")}` },
      body: "{",
    })
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ code: "invalid_request_body" })
  })
})

test("wrong keys are refused with 401, and a password never shows in the log", async () => {
  const shop = await Shop.open()
  for (const keys of ["sandbox-login:wrong", "somebody:sandbox-password", "no-colon"]) {
    const authorization = `Basic ${btoa(keys)}`
    const answer = await shop.call("GET", "/api/merchants/v1/me", undefined, { authorization })
    expect(answer).toMatchObject({ status: 401, body: { code: "authorization_failed" } })
  }
  expect((await shop.call("GET", "/api/merchants/v1/me")).body).toEqual({ status: "activated" })
  expect((await shop.look("requests?endpoint=me")).text).not.toContain("sandbox-password")
  await shop.close()
})

test("a password that was changed in the cabinet leaves a shop with the old one outside, until it is changed back", async () => {
  const shop = await Shop.open()
  const me = async () => (await shop.call("GET", "/api/merchants/v1/me")).status
  await shop.control("merchants/sandbox-login", { password: "another" })
  expect(await me()).toBe(401)
  await shop.control("merchants/sandbox-login", { password: "sandbox-password" })
  expect(await me()).toBe(200)
  await shop.control("merchants/sandbox-login", { password: "another" })
  await shop.control("reset", {})
  expect(await me()).toBe(200)
  await shop.close()
})

test("what a project has only on request is refused as not allowed; only a route that it has not is a 404", async () => {
  const shop = await Shop.open()
  await shop.control("merchants/sandbox-login", { not_allowed: ["express_checkout"] })
  expect((await shop.create("express", { mode: "express_checkout" })).body).toMatchObject({
    code: "payment_method_not_allowed",
    type: "payment_settings_error",
  })
  expect(await shop.operate("nonsense", {})).toMatchObject({
    status: 404,
    body: { code: "missing_route", type: "api_error", message: expect.any(String) },
  })
  await shop.close()
})

function requireDocumentOnCi(): void {
  const path = openApiPath()
  if (existsSync(path)) return
  if (process.env.CI === "true") throw new Error(`CI needs RozetkaPay's OpenAPI document: ${path}`)
  console.warn(`Not checked against the OpenAPI document, it is not at hand (${path})`)
}
