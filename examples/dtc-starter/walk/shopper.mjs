// A shopper's hands in Medusa's starter, and on RozetkaPay's page of the sandbox.
import { existsSync } from "node:fs"
import { chromium } from "playwright-core"

const PLACES = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser"]

export const DEVICES = {
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
  desktop: { viewport: { width: 1280, height: 900 } },
}

export const CARD = {
  plain: "4111111111111111",
  secure: "4242424242424242",
  declined: "4444333322221111",
}

/** Milliseconds: a busy machine is no failure. */
const PATIENCE = 60_000

export const startBrowser = () => {
  const executablePath = PLACES.find((place) => place && existsSync(place))
  if (!executablePath) throw new Error("Install Debian's chromium, or set CHROMIUM to its path.")
  return chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] })
}

export const newShopper = async (browser, { device, locale = "uk-UA" }) => {
  const context = await browser.newContext({ ...DEVICES[device], locale })
  context.setDefaultTimeout(PATIENCE)
  context.setDefaultNavigationTimeout(PATIENCE)
  return context.newPage()
}

const id = (page, name) => page.locator(`[data-testid="${name}"]:visible`).first()

/** Until the page's own scripts have it: a button that is pressed before does nothing. */
const goto = async (page, url) => {
  await page.goto(url)
  await page.waitForLoadState("networkidle", { timeout: 10_000 }).catch(() => undefined)
}

/** Presses until it was heard: a busy machine takes a page over late. */
const pressUntil = async (button, isHeard) => {
  for (const wait of [10_000, 20_000, PATIENCE]) {
    await button.click()
    const heard = await isHeard(wait).then(
      () => true,
      () => false,
    )
    if (heard) return
  }
  throw new Error("a press was not heard")
}

export const putIntoCart = async (page, shop, product = "pled-hoverla") => {
  await goto(page, `${shop}/ua/products/${product}`)
  const isFilled = () => /Cart \((?!0\))/.test(document.body.textContent ?? "")
  await pressUntil(id(page, "add-product-button"), (timeout) =>
    page.waitForFunction(isFilled, null, { timeout }),
  )
}

/** From an empty cart to the step "payment". */
export const toPayment = async (page, shop) => {
  await putIntoCart(page, shop)
  await goto(page, `${shop}/ua/checkout?step=address`)
  const fields = {
    "shipping-first-name-input": "Оксана",
    "shipping-last-name-input": "Коваленко",
    "shipping-address-input": "вул. Хрещатик, 22",
    "shipping-postal-code-input": "01001",
    "shipping-city-input": "Київ",
    "shipping-email-input": "oksana.kovalenko@example.com",
    "shipping-phone-input": "+380671234567",
  }
  for (const [name, value] of Object.entries(fields)) await id(page, name).fill(value)
  await id(page, "shipping-country-select").selectOption("ua")
  await id(page, "submit-address-button").click()
  await page.waitForURL(/step=delivery/)
  await id(page, "delivery-option-radio").click()
  const next = page.locator('[data-testid="submit-delivery-option-button"]:not([disabled])')
  await next.click()
  await page.waitForURL(/step=payment/)
  await page.locator(".rozetkapay-method").first().waitFor()
}

export const choose = (page, method) =>
  page.locator(`.rozetkapay-method[data-method="${method}"] input[type=radio]`).first().check()

export const toReview = async (page) => {
  await id(page, "submit-payment-button").click()
  await page.waitForURL(/step=review/)
  await page.locator(".rozetkapay-pay, .rozetkapay-card-form").first().waitFor()
}

export const payButton = (page) => page.locator(".rozetkapay-pay .rozetkapay-button")

/** On RozetkaPay's own page. */
export const pressPay = async (page) => {
  await payButton(page).click()
  await page.waitForURL(/\/checkout\/[0-9a-f-]{36}/)
}

export const payByCard = async (form, card) => {
  await form.locator("#card").fill(card)
  await form.locator("#expiry").fill("12/30")
  await form.locator("#cvv").fill("123")
  await form.locator("form button[type=submit]").click()
}

export const confirmAtBank = (page) => page.locator("button[value=approve]").click()

/** @returns the order's id */
export const seeOrder = async (page) => {
  await page.waitForURL(/\/ua\/order\/order_[^/]+\/confirmed/)
  await id(page, "order-complete-container").waitFor()
  return /order_[^/]+/.exec(page.url())?.[0]
}

/** The order's page has no server error, names RozetkaPay, and the cart is forgotten. */
export const seeThatCartIsForgotten = async (page, shop) => {
  const method = await id(page, "payment-method").innerText()
  if (method !== "RozetkaPay") throw new Error(`the order was paid by "${method}"`)
  const deadline = Date.now() + PATIENCE
  while ((await page.context().cookies(shop)).some(({ name }) => name === "_medusa_cart_id")) {
    if (Date.now() > deadline) throw new Error("the cart's cookie is still there")
    await page.waitForTimeout(200)
  }
}

export const noticeOf = async (page) => {
  const notice = page.locator(".rozetkapay-notice[data-reason]")
  await notice.waitFor()
  return notice.getAttribute("data-reason")
}

export const logIn = async (page, shop, { email, password }) => {
  await goto(page, `${shop}/ua/account`)
  await id(page, "email-input").fill(email)
  await id(page, "password-input").fill(password)
  await id(page, "sign-in-button").click()
  await id(page, "logout-button").waitFor()
}

/** The starter's own address box is wider than a phone; nothing of ours may be. */
export const isWiderThanScreen = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("[class^=rozetkapay-], iframe")].some(
      (element) => element.getBoundingClientRect().right > window.screen.width,
    ),
  )

export { goto, id }
