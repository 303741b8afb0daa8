import axe from "axe-core"
import type { Browser, Page } from "playwright-core"
import { findChromium, startChromium } from "../../browser-tests/setup/chromium"
import { createBatch } from "./batch-shop"
import { createExpress } from "./express-shop"
import { checkoutUrl, LOGIN, Shop } from "./shop"

/** Long ids and texts, as stores send them. */
const ID = "payses_01KB1Z8M6Q6CVX5W2T0P4NYHRD-0"

describe("in Chromium", () => {
  const chromium = findChromium()
  let shop: Shop
  let browser: Browser | undefined
  beforeAll(async () => {
    shop = await Shop.open()
  })
  afterAll(async () => {
    await browser?.close()
    await shop.close()
  })

  const faults = async (page: Page): Promise<string[]> => {
    await page.evaluate(axe.source)
    const { violations } = await page.evaluate<axe.AxeResults>("axe.run(document)")
    const isWide = await page.evaluate<boolean>(
      "document.documentElement.scrollWidth > document.documentElement.clientWidth",
    )
    return [
      ...violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
      ...(isWide ? ["wider than the screen"] : []),
    ]
  }

  test("every page fits a phone and a desk and is fit for a screen reader, with all its errors shown", async () => {
    if (chromium === undefined) {
      if (process.env.CI === "true") throw new Error("CI needs Chromium for the pages")
      console.warn("Skipped: there is no Chromium to look at the pages in")
      return
    }
    browser = await startChromium(chromium)
    const customer = { email: "olena@example.com", first_name: "Олена", last_name: "Крамар" }
    const description = "Сорочка лляна «Полтава», розмір M × 2"
    await shop.create(ID, { customer, description, unified_external_id: "#1042" })
    await shop.pay(ID)
    await shop.control("quirks", { hold_method: "purchase" })
    await shop.control("wallets", { external_id: "cus_7" })
    const paths = [
      "/",
      "/?q=nothing",
      `/payments/${LOGIN}/${ID}`,
      "/payments/nobody/nothing",
      "/switches",
    ]
    const urls = [
      ...paths.map((path) => shop.sandbox.url + path),
      checkoutUrl(await createBatch(shop, "b")),
    ]
    const forms = [
      checkoutUrl(await shop.create("open", { customer, description })),
      checkoutUrl(await createExpress(shop, "express")),
    ]
    for (const viewport of [
      { width: 390, height: 844 },
      { width: 1440, height: 900 },
    ]) {
      const context = await browser.newContext({ viewport, bypassCSP: true, locale: "uk-UA" })
      const page = await context.newPage()
      for (const url of [...urls, ...forms]) {
        await page.goto(url)
        if (forms.includes(url)) {
          await page.locator("form button[type=submit]").click()
          await page.locator("#card[aria-invalid=true]").waitFor()
        }
        expect([url, viewport.width, await faults(page)]).toEqual([url, viewport.width, []])
      }
      await context.close()
    }
  }, 120_000)
})
