import type { BrowserContextOptions, Page } from "playwright-core"
import { browserSuite } from "./setup/browser-suite"
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

browserSuite("A shopper in a browser", (stage) => {
  /** A new shopper with a shirt in the cart, on RozetkaPay's page. */
  const atTheGateway = async (device: BrowserContextOptions): Promise<Page> => {
    const page = await newShopper(stage.browser, device)
    await toCheckout(page, stage.store)
    await page.locator("#pay").click()
    await page.waitForURL(/\/checkout\/[0-9a-f-]+/)
    return page
  }

  test("buys on a phone and comes back to a placed order", async () => {
    const page = await atTheGateway(PHONE)
    expect(await isWiderThanScreen(page)).toBe(false)
    await pay(page, CARD.plain)
    await orderPlaced(page)
    expect(page.url()).toContain(`${stage.store.storefront}/ua/order/`)
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
    const answer = await fetch(`${stage.store.sandbox}/sandbox/callbacks`)
    const text = await answer.text()
    return (text.match(/"outcome\\":\\"order_placed/g) ?? []).length
  }
})
