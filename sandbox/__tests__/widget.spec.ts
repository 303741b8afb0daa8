import { createServer, type Server } from "node:http"
import { setTimeout } from "node:timers/promises"
import { Script } from "node:vm"
import type { Browser, Page } from "playwright-core"
import { findChromium, startChromium } from "../../browser-tests/setup/chromium"
import { payDirectly, Shop } from "./shop"

let shop: Shop
beforeAll(async () => {
  shop = await Shop.open({
    merchants: [
      { login: "sandbox-login", password: "sandbox-password" },
      { login: "second", password: "p", widgetKey: "second-key" },
    ],
  })
})
afterAll(() => shop.close())

const tokens = (body: Record<string, unknown>) =>
  fetch(`${shop.sandbox.url}/widget/tokens`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      key: "sandbox-widget-key",
      type: "full_card",
      card: "4111 1111 1111 1111",
      expiry: "12/30",
      cvv: "123",
      ...body,
    }),
  })

test.each([
  "/widget.js",
  "/widget/frame.js",
])("%s is a script that stands on its own", async (path) => {
  const response = await fetch(shop.sandbox.url + path)
  expect(response.headers.get("content-type")).toContain("javascript")
  const text = await response.text()
  expect(() => new Script(text)).not.toThrow()
  expect(text).not.toMatch(/require\(|_interop|exports\./)
})

test("the form changes a card for a token of the documented shape, good for one payment", async () => {
  const answer = await (await tokens({})).json()
  expect(answer).toEqual({
    token: expect.stringMatching(/^.{20,128}$/),
    expires_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/),
    card_mask: "411111******1111",
  })
  const cc_token = { token: Object(answer).token }
  expect((await payDirectly(shop, "o1", { type: "cc_token", cc_token })).body).toMatchObject({
    is_success: true,
  })
})

test.each([
  [{ card: "4111" }, [{ field: "card", reason: "wrong" }]],
  [{ card: "4012888888881881" }, [{ field: "card", reason: "unknown" }]],
  [{ expiry: "13/30" }, [{ field: "expiry", reason: "wrong" }]],
  [
    { card: " ", expiry: "", cvv: "1" },
    [
      { field: "card", reason: "empty" },
      { field: "expiry", reason: "empty" },
      { field: "cvv", reason: "wrong" },
    ],
  ],
])("%j is refused by naming every field that is wrong", async (change, errors) => {
  const response = await tokens(change)
  expect(response.status).toBe(422)
  expect(await response.json()).toEqual({ errors })
})

test("a token belongs to the merchant of its key; a token of a number alone does not pay", async () => {
  expect((await tokens({ key: "nobody" })).status).toBe(403)
  const pay = async (id: string, response: Response) => {
    const cc_token = { token: Object(await response.json()).token }
    return (await payDirectly(shop, id, { type: "cc_token", cc_token })).body
  }
  expect(await pay("o2", await tokens({ key: "second-key" }))).toMatchObject({
    code: "invalid_card_token",
  })
  const numberOnly = await tokens({ type: "pan_only", expiry: "", cvv: "" })
  expect(await pay("o2", numberOnly)).toMatchObject({ type: "payment_method_error" })
})

/** A shop's page under the strictest policy that can hold the widget. */
function shopPage(script: string): Promise<{ url: string; server: Server }> {
  const { url } = shop.sandbox
  const server = createServer((request, response) => {
    if (request.url === "/shop.js") {
      response.setHeader("content-type", "application/javascript")
      response.end(script)
      return
    }
    response.setHeader(
      "content-security-policy",
      `default-src 'none'; script-src 'self' ${url}; frame-src ${url}`,
    )
    response.setHeader("content-type", "text/html; charset=utf-8")
    response.end(
      `<!doctype html><title>shop</title><div id="card"></div><script src="/shop.js"></script><script src="${url}/widget.js" async></script>`,
    )
  })
  return new Promise((resolve) =>
    server.listen(0, "127.0.0.1", () => {
      const address = server.address()
      const port = typeof address === "object" && address !== null ? address.port : 0
      resolve({ url: `http://127.0.0.1:${port}`, server })
    }),
  )
}

const SHOP_SCRIPT = `
window.seen = []
document.addEventListener("widget-init-ready", () => seen.push("ready"))
document.addEventListener("widget-init-error", (e) => seen.push(e.detail.id))
document.addEventListener("securitypolicyviolation", (e) => seen.push("csp " + e.violatedDirective))
window.__onWidgetReady = () => {
  const init = (more) => RPayCardWidget.init({
    key: "sandbox-widget-key", mode: "inline", selector: "card", lang: "en", amount: 350.5,
    locale: { en: { submit: "Pay by card" } },
    onToken: (token) => seen.push(token), ...more })
  init({ key: "wrong" }).open()
  init({ mode: "popup" })
  init({ selector: "nowhere" }).open()
  window.widget = init({})
  widget.open()
}`

describe("in Chromium", () => {
  const chromium = findChromium()
  let browser: Browser | undefined
  let server: Server | undefined
  afterAll(async () => {
    await browser?.close()
    server?.close()
  })

  const seen = (page: Page) => page.evaluate<unknown[]>("window.seen")

  /** Asked from here: the page's policy forbids what Playwright's `waitForFunction` does inside it. */
  const seenAtLeast = async (page: Page, count: number): Promise<unknown[]> => {
    const all = await seen(page)
    if (all.length >= count) return all
    await setTimeout(50)
    return seenAtLeast(page, count)
  }

  test("the widget is mounted, says what is wrong, and gives a token, under a strict policy", async () => {
    if (chromium === undefined) {
      if (process.env.CI === "true") throw new Error("CI needs Chromium for the widget")
      console.warn("Skipped: there is no Chromium to run the widget in")
      return
    }
    browser = await startChromium(chromium)
    const shopAt = await shopPage(SHOP_SCRIPT)
    server = shopAt.server
    const page = await browser.newPage({ viewport: { width: 360, height: 740 } })
    await page.goto(shopAt.url)
    const frame = page.frameLocator("#card iframe")
    await frame.getByRole("button", { name: "Pay by card ₴350.50" }).waitFor()
    expect(await seenAtLeast(page, 5)).toEqual([
      "invalid_key",
      "invalid_mode",
      "ready",
      "selector_not_found",
      "ready",
    ])
    await frame.getByRole("button").click()
    for (const sentence of ["Enter the card number", "Enter the expiry date", "Enter the CVV"])
      await frame.getByText(sentence, { exact: true }).waitFor()
    expect(await frame.locator(":focus").getAttribute("id")).toBe("card")
    await frame.getByLabel("Card number").pressSequentially("4242424242424240")
    await frame.getByLabel("Expiry date").pressSequentially("1230")
    await frame.getByLabel("CVV").fill("123")
    await frame.getByRole("button").click()
    await frame.getByText("test cards only").waitFor()
    expect(await frame.getByLabel("Expiry date").inputValue()).toBe("12/30")
    await frame.getByLabel("Card number").fill("")
    await frame.getByLabel("Card number").pressSequentially("4242424242424242")
    await frame.getByRole("button").click()
    const [token] = (await seenAtLeast(page, 6)).slice(5)
    expect(token).toMatchObject({ card_mask: "424242******4242", token: expect.any(String) })
    expect(await frame.getByRole("button").isDisabled()).toBe(true)
    // A port may hold these digits by chance.
    expect((await page.content()).replaceAll(shop.sandbox.url, "")).not.toContain("4242")
    await page.evaluate("window.widget.open()")
    await frame.getByRole("button", { name: "Pay by card" }).waitFor()
    expect(await page.locator("#card iframe").count()).toBe(1)
    const box = await page.locator("#card iframe").boundingBox()
    expect(box?.width).toBeLessThanOrEqual(360)
    await page.evaluate("window.widget.close()")
    expect(await page.locator("#card iframe").count()).toBe(0)
    expect((await seen(page)).filter((one) => String(one).startsWith("csp"))).toEqual([])
  })
})
