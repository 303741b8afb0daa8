import type { Browser, BrowserContextOptions, FrameLocator, Page } from "playwright-core"
import type { DemoStore } from "./demo-store"

export const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }
export const DESKTOP = { viewport: { width: 1280, height: 800 } }

export const CARD = {
  plain: "4111111111111111",
  secure: "4242424242424242",
  poor: "4000000000000044",
}

/** Milliseconds: a busy machine may need long for one click. */
const PATIENCE = 90_000

export const newShopper = async (
  browser: Browser,
  device: BrowserContextOptions,
): Promise<Page> => {
  const context = await browser.newContext({ ...device, locale: "uk-UA" })
  context.setDefaultTimeout(PATIENCE)
  return context.newPage()
}

/** Puts a shirt into the cart and goes to pay. */
export const toCheckout = async (page: Page, store: DemoStore): Promise<void> => {
  await page.goto(`${store.storefront}/ua`)
  await page.locator(".add").first().click()
  await page.locator("a.cart-bar").click()
  await page.locator(CHOSEN).waitFor()
}

/** The way to pay that is chosen; there is one once the store has told the ways. */
export const CHOSEN = ".rozetkapay-chosen"
/** Pays in the way that is chosen. */
export const PAY = ".rozetkapay-pay .rozetkapay-button"

/** @param method as the plugin's list of ways names it */
export const choose = async (page: Page, method: string): Promise<void> => {
  await page.locator(`[data-method=${method}] > label input`).check()
  await page.locator(`${CHOSEN}[data-method=${method}]`).waitFor()
}

/** RozetkaPay's form stands in a frame of its own: the shop's page can't look into it. */
export const cardForm = (page: Page) => page.frameLocator(".rozetkapay-card-form iframe")

/** What the shopper reads who came back without a paid order. */
export const NOTICE = ".rozetkapay-notice[data-reason]"

export const logIn = async (page: Page): Promise<void> => {
  await page.locator("#log-in").click()
  await page.locator("#customer").waitFor()
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
