import type { Browser, BrowserContextOptions, FrameLocator, Page } from "playwright-core"
import type { DemoStore } from "./demo-store"

export const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }
export const DESKTOP = { viewport: { width: 1280, height: 800 } }

export const CARD = {
  plain: "4111111111111111",
  secure: "4242424242424242",
  poor: "4000000000000044",
}

export const newShopper = async (
  browser: Browser,
  device: BrowserContextOptions,
): Promise<Page> => {
  const context = await browser.newContext({ ...device, locale: "uk-UA" })
  return context.newPage()
}

/** Puts a shirt into the cart and goes to pay. */
export const toCheckout = async (page: Page, store: DemoStore): Promise<void> => {
  await page.goto(`${store.storefront}/ua`)
  await page.locator(".add").first().click()
  await page.locator("a.cart-bar").click()
  await page.locator(".panel.paying").waitFor()
}

/** Types a card into RozetkaPay's form, on its own page or in its frame, and presses its button. */
export const payByCard = async (form: Page | FrameLocator, card: string): Promise<void> => {
  await form.locator("#card").fill(card)
  await form.locator("#expiry").fill("12/30")
  await form.locator("#cvv").fill("123")
  await form.locator("form button[type=submit]").click()
}

export const orderPlaced = (page: Page) => page.locator("section.done[data-order]").waitFor()

export const isWiderThanScreen = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
