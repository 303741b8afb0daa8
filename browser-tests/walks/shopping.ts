import type { BrowserContextOptions, Page } from "playwright-core"
import { z } from "zod"
import { eventually } from "../../integration-tests/drivers/eventually"
import type { DemoStage } from "../setup/browser-suite"
import { expectFit } from "../setup/fit-page"
import {
  CARD,
  choose,
  DESKTOP,
  isWiderThanScreen,
  NOTICE,
  newShopper,
  orderPlaced,
  PAY,
  PHONE,
  payByCard as pay,
  toCheckout,
} from "../setup/shopper"

const listed = z.object({
  payments: z.array(z.object({ external_id: z.string(), checkout_url: z.string().nullable() })),
})
const asked = z.object({
  payment: z.object({ instalments: z.object({ phone: z.string(), customer_url: z.string() }) }),
})
const attempt = z.object({ status: z.number(), body: z.string() })
const sent = z.object({ callbacks: z.array(z.object({ attempts: z.array(attempt) })) })

export const shopping = (stage: DemoStage): void => {
  /** A new shopper with a shirt in the cart, on RozetkaPay's page. */
  const atTheGateway = async (device: BrowserContextOptions): Promise<Page> => {
    const page = await newShopper(stage.browser, device)
    await toCheckout(page, stage.store)
    await page.locator(PAY).click()
    await page.waitForURL(/\/checkout\/[0-9a-f-]+/)
    return page
  }

  test("buys on a phone and comes back to a placed order, having read of every field that was wrong", async () => {
    const page = await newShopper(stage.browser, PHONE)
    await page.goto(`${stage.store.storefront}/ua`)
    await page.locator(".monthly", { hasText: /^від 49,99.₴.міс\. частинами$/ }).waitFor()
    await expectFit(page)
    await toCheckout(page, stage.store)
    await expectFit(page)
    await page.locator("input[name=email]").fill("oksana")
    await page.locator("input[name=city]").fill("")
    await page.locator(PAY).click()
    expect(await page.locator("[aria-invalid]").count()).toBe(2)
    expect(await page.locator("#city-problem").innerText()).toBe("Вкажіть місто")
    expect(await page.locator("#email-problem").innerText()).toMatch(/бракує/)
    const header = await page.locator(".top").boundingBox()
    const wrong = await page.locator("input[name=email]").boundingBox()
    expect(wrong?.y).toBeGreaterThan(header?.height ?? Number.NaN)
    await expectFit(page)
    await page.locator("input[name=email]").fill("oksana@example.com")
    await page.locator("input[name=city]").fill("Житомир")
    await page.locator(PAY).click()
    await page.waitForURL(/\/checkout\/[0-9a-f-]+/)
    expect(await isWiderThanScreen(page)).toBe(false)
    await pay(page, CARD.plain)
    await orderPlaced(page)
    expect(page.url()).toContain(`${stage.store.storefront}/ua/order/`)
    await expectFit(page)
  })

  test("reads in their language that a page, an order or a payment is not there", async () => {
    const page = await newShopper(stage.browser, DESKTOP)
    const heading = page.locator("h1")
    const answer = await page.goto(`${stage.store.storefront}/ua/nowhere`)
    expect(answer?.status()).toBe(404)
    expect(await heading.innerText()).toBe("Такої сторінки немає")
    await page.goto(`${stage.store.storefront}/ua/order/nothing/confirmed`)
    await page.locator("h1", { hasText: "Такого замовлення немає" }).waitFor()
    await page.goto(`${stage.store.storefront}/ua/checkout?payment_error=unknown_session`)
    await page.locator(NOTICE, { hasText: "неактуальний" }).waitFor()
    await expectFit(page)
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
    const notice = page.locator(NOTICE)
    await notice.waitFor()
    expect(await notice.getAttribute("data-reason")).toBe("unpaid")
    expect(await notice.innerText()).toMatch(/^Ви ще не сплатили[\s\S]*не списано/)
    await expectFit(page)
    await page.locator(PAY).click()
    await page.waitForURL(/\/checkout\/[0-9a-f-]+/)
    await pay(page, CARD.plain)
    await orderPlaced(page)
  })

  test("closes the browser after paying, and the order is placed all the same", async () => {
    const page = await atTheGateway(PHONE)
    const payment = await paymentOn(page.url())
    const paid = new Promise<void>((resolve) => {
      // RozetkaPay gets the card and answers, but the browser is gone by then: it never returns.
      page.route(/\/checkout\/[^/]+$/, async (route) => {
        await route.fetch({ maxRedirects: 0 })
        await route.abort()
        resolve()
      })
    })
    await pay(page, CARD.plain)
    await paid
    await page.context().close()
    const synced = async () => (await callbackAnswers(payment)).find(({ status }) => status === 200)
    const { body } = await eventually("the callback's answer by 200", synced, 60_000)
    expect(body).toContain("order_placed")
  })

  test("buys a product in one click on a phone, with no cart: a branch, a recipient and a card on Rozetka's page, and the order knows them", async () => {
    const page = await newShopper(stage.browser, PHONE)
    await page.goto(`${stage.store.storefront}/ua`)
    await page.locator(".card .rozetkapay-express .rozetkapay-button").first().click()
    await page.waitForURL(/\/checkout\/[0-9a-f-]+/)
    const told = {
      city: "Львів",
      warehouse_number: "5",
      last_name: "Франко",
      first_name: "Ольга",
      phone: "+380671112233",
    }
    for (const [field, words] of Object.entries(told)) await page.locator(`#${field}`).fill(words)
    await pay(page, CARD.secure)
    await page.locator("button[value=approve]").click()
    await orderPlaced(page)
    const delivery = await page.locator(".delivery").innerText()
    expect(delivery).toMatch(/Львів, Нова пошта, відділення № 5\s+Ольга Франко, \+380671112233/)
    expect(await isWiderThanScreen(page)).toBe(false)
  })

  test("pays in parts on a phone: reads which app to open, agrees there, and the page that waits leads to the order", async () => {
    const page = await inParts("monobank")
    await page.locator(".rozetkapay-parts select").selectOption("4")
    const offer = await page.locator(".rozetkapay-parts option:checked").innerText()
    expect(offer.replaceAll("\u00a0", " ")).toBe("4 × 334,74 ₴")
    await page.locator(".rozetkapay-parts input[type=tel]").fill("050 765-43-21")
    await expectFit(page)
    await page.locator(PAY).click()
    await page.waitForURL(/\/waiting\//)
    expect(await page.locator("main").innerText()).toMatch(/Відкрийте застосунок monobank/)
    const session = new URL(page.url()).pathname.split("/").at(-1)
    const { payment } = await askSandbox(`payments/${session}`, asked)
    expect(payment.instalments.phone).toBe("+380507654321")
    const app = await page.context().newPage()
    await app.goto(payment.instalments.customer_url)
    await app.locator("button[value=agree]").click()
    await orderPlaced(page)
  })

  test("pays in parts on a bank's page on a phone, signs by the code of an SMS, and comes back to the order", async () => {
    const page = await inParts("rozetkapay")
    await page.locator(PAY).click()
    await page.waitForURL(/\/instalments\//)
    await page.locator("a.button").click()
    await page.locator("#code").fill("1234")
    await page.locator("button[value=agree]").click()
    await orderPlaced(page)
  })

  /** A new shopper with a shirt in the cart, who has chosen one of the banks. */
  const inParts = async (bank: string): Promise<Page> => {
    const page = await newShopper(stage.browser, PHONE)
    await toCheckout(page, stage.store)
    await page.locator("#in-parts").click()
    await choose(page, bank)
    await page.locator(`.rozetkapay-parts[data-bank=${bank}]`).waitFor()
    return page
  }

  const askSandbox = async <Told>(path: string, told: z.ZodType<Told>): Promise<Told> =>
    told.parse(await (await fetch(`${stage.store.sandbox}/sandbox/${path}`)).json())

  /** The external_id of what is paid on a page. */
  const paymentOn = async (address: string): Promise<string> => {
    const { payments } = await askSandbox("payments", listed)
    const open = payments.find((one) => one.checkout_url === address.split("?")[0])
    return open?.external_id ?? "none"
  }

  /** The store answers 200 only when its own ledger agrees. */
  const callbackAnswers = async (externalId: string) => {
    const { callbacks } = await askSandbox(`callbacks?external_id=${externalId}`, sent)
    return callbacks.flatMap(({ attempts }) => attempts)
  }
}
