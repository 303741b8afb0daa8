import type { Browser, BrowserContextOptions, Page } from "playwright-core"
import { findChromium, startChromium } from "./setup/chromium"
import { type DemoStore, startDemoStore } from "./setup/demo-store"
import {
  CARD,
  DESKTOP,
  isWiderThanScreen,
  newShopper,
  orderPlaced,
  PHONE,
  payByCard as pay,
  toCheckout,
} from "./setup/shopper"

const executable = findChromium()
const suite = executable || process.env.CI ? describe : describe.skip
if (!executable)
  console.warn("No chromium found (set CHROMIUM to its path): no browser was tested.")

suite("A shopper in a browser", () => {
  let store: DemoStore
  let browser: Browser

  beforeAll(async () => {
    if (!executable)
      throw new Error("Please install Debian's chromium, or set CHROMIUM to its path.")
    store = await startDemoStore()
    browser = await startChromium(executable)
  }, 330_000)

  afterAll(async () => {
    await browser?.close()
    await store?.stop()
  }, 60_000)

  /** A new shopper with a shirt in the cart, on RozetkaPay's page. */
  const atTheGateway = async (device: BrowserContextOptions): Promise<Page> => {
    const page = await newShopper(browser, device)
    await toCheckout(page, store)
    await page.locator("#pay").click()
    await page.waitForURL(/\/checkout\/[0-9a-f-]+/)
    return page
  }

  test("buys on a phone and comes back to a placed order", async () => {
    const page = await atTheGateway(PHONE)
    expect(await isWiderThanScreen(page)).toBe(false)
    await pay(page, CARD.plain)
    await orderPlaced(page)
    expect(page.url()).toContain(`${store.storefront}/ua/order/`)
    expect(await isWiderThanScreen(page)).toBe(false)
  })

  test("confirms with the bank's 3-D Secure page on a computer", async () => {
    const page = await atTheGateway(DESKTOP)
    await pay(page, CARD.secure)
    await page.locator("button[value=approve]").click()
    await orderPlaced(page)
  })

  test("is declined, reads why, and pays with another card on the same page", async () => {
    const page = await atTheGateway(PHONE)
    await pay(page, CARD.poor)
    expect(await page.locator("[role=alert]").innerText()).toMatch(/кошт/i)
    await pay(page, CARD.plain)
    await orderPlaced(page)
  })

  test("leaves without paying, reads that nothing was charged, and buys the same cart after all", async () => {
    const page = await atTheGateway(PHONE)
    await page.locator("a.leave").click()
    const notice = page.locator(".notice[data-reason]")
    await notice.waitFor()
    expect(await notice.getAttribute("data-reason")).toBe("unpaid")
    expect(await notice.innerText()).toMatch(/не списано/)
    await page.locator("#pay").click()
    await page.waitForURL(/\/checkout\/[0-9a-f-]+/)
    await pay(page, CARD.plain)
    await orderPlaced(page)
  })

  test("closes the browser after paying, and the order is placed all the same", async () => {
    const page = await atTheGateway(PHONE)
    const before = await placed()
    await page.route("**/hooks/rozetkapay/**", (route) => route.abort())
    await pay(page, CARD.plain).catch(() => undefined)
    await page.context().close()
    for (let look = 0; look < 100 && (await placed()) === before; look++) {
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    expect(await placed()).toBe(before + 1)
  })

  /** Payments whose callback the store has answered with 200: it does so only when its own book agrees. */
  const placed = async (): Promise<number> => {
    const answer = await fetch(`${store.sandbox}/sandbox/callbacks`)
    const text = await answer.text()
    return (text.match(/"outcome\\":\\"order_placed/g) ?? []).length
  }
})
