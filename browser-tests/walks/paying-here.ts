import type { BrowserContextOptions, Page } from "playwright-core"
import type { DemoStage } from "../setup/browser-suite"
import { expectFit } from "../setup/fit-page"
import {
  CARD,
  cardForm,
  choose,
  DESKTOP,
  isWiderThanScreen,
  logIn,
  NOTICE,
  newShopper,
  orderPlaced,
  PAY,
  PHONE,
  payByCard,
  toCheckout,
} from "../setup/shopper"

export const payingHere = (stage: DemoStage): void => {
  const atCardForm = async (device: BrowserContextOptions): Promise<Page> => {
    const page = await newShopper(stage.browser, device)
    await toCheckout(page, stage.store)
    await choose(page, "card")
    await cardForm(page).locator("#card").waitFor()
    return page
  }

  const complaint = async (page: Page): Promise<string> => {
    const problem = page.locator(".rozetkapay-error")
    await problem.waitFor()
    return problem.innerText()
  }

  describe.each([
    ["a phone", PHONE],
    ["a computer", DESKTOP],
  ])("without leaving the shop, on %s,", (_, device) => {
    test("pays by card and reads the order's number, under a strict policy, and the shop never sees the card", async () => {
      const page = await newShopper(stage.browser, device)
      const refusedByPolicy: string[] = []
      page.on("console", (said) => {
        if (/content security policy/i.test(said.text())) refusedByPolicy.push(said.text())
      })
      const sentToShop: string[] = []
      const seen: string[] = []
      page.on("request", (request) => {
        if (request.url().startsWith(stage.store.backend)) sentToShop.push(request.postData() ?? "")
      })
      // What was shown: a callback that is placing the order already sends the shopper to it
      // through the plugin's route, which redirects.
      page.on("framenavigated", (frame) => {
        if (frame === page.mainFrame()) seen.push(new URL(frame.url()).origin)
      })
      await toCheckout(page, stage.store)
      await choose(page, "card")
      await cardForm(page).locator("#card").waitFor()
      expect(await isWiderThanScreen(page)).toBe(false)
      await payByCard(cardForm(page), CARD.plain)
      await orderPlaced(page)
      expect(await isWiderThanScreen(page)).toBe(false)
      expect(new Set(seen)).toEqual(new Set([stage.store.storefront]))
      expect(refusedByPolicy).toEqual([])
      expect(sentToShop.join()).toContain("cc_token")
      expect(sentToShop.join().replace(/\D/g, "")).not.toContain(CARD.plain)
      await page.context().close()
    })

    test("confirms in the bank and comes back to the placed order", async () => {
      const page = await atCardForm(device)
      await payByCard(cardForm(page), CARD.secure)
      await page.waitForURL(/\/3ds\//)
      await page.locator("button[value=approve]").click()
      await orderPlaced(page)
      await page.context().close()
    })

    test("is declined, reads why in their language, and pays with another card on the same page", async () => {
      const page = await atCardForm(device)
      await payByCard(cardForm(page), CARD.poor)
      expect(await complaint(page)).toMatch(/недостатньо коштів/)
      await page.locator("button[data-language=en]").click()
      await cardForm(page).locator("#card").waitFor()
      await payByCard(cardForm(page), CARD.poor)
      expect(await complaint(page)).toMatch(/not enough money/)
      await payByCard(cardForm(page), CARD.plain)
      await orderPlaced(page)
      await page.context().close()
    })

    test("rejects, steps back from or leaves the bank's page, and pays the same cart after all", async () => {
      const page = await atCardForm(device)
      await payByCard(cardForm(page), CARD.secure)
      await page.locator("button[value=reject]").click()
      const notice = page.locator(NOTICE)
      await notice.waitFor()
      expect(await notice.innerText()).toMatch(/не підтверджено/)
      await payByCard(cardForm(page), CARD.secure)
      await page.waitForURL(/\/3ds\//)
      await page.goBack()
      await payByCard(cardForm(page), CARD.secure)
      await page.locator("a.leave").click()
      await page.locator(".left a").click()
      await page.locator(".rozetkapay-notice-unconfirmed").waitFor()
      expect(await notice.innerText()).toMatch(/сплатити ще раз/)
      await payByCard(cardForm(page), CARD.plain)
      await orderPlaced(page)
      await page.context().close()
    })

    test("saves a card, allows later payments by it, pays by both, and takes back the one and the other", async () => {
      const page = await atCardForm(device)
      expect(await page.locator(".rozetkapay-consent").count()).toBe(0)
      expect(await page.locator("input[name=first_name]").inputValue()).toBe("Оксана")
      await logIn(page)
      expect(await page.locator("input[name=first_name]").inputValue()).toBe("Іван")
      await choose(page, "card")
      await cardForm(page).locator("#card").waitFor()
      await page.locator("input[name=rozetkapay-save]").check()
      await page.locator("input[name=rozetkapay-remember]").check()
      await payByCard(cardForm(page), CARD.plain)
      await orderPlaced(page)

      await toCheckout(page, stage.store)
      await choose(page, "saved_card")
      await page.locator(".rozetkapay-card", { hasText: "1111" }).waitFor()
      await expectFit(page)
      await page.locator(PAY).click()
      await orderPlaced(page)

      await toCheckout(page, stage.store)
      await choose(page, "consent")
      await page.locator(PAY).click()
      await orderPlaced(page)

      await page.locator("#my-orders").click()
      await page.locator(".orders li").nth(2).waitFor()
      await page.locator(".rozetkapay-withdraw").waitFor()
      await expectFit(page)
      await page.locator(".rozetkapay-withdraw").click()
      await page.locator(".rozetkapay-consent-status", { hasText: "скасовано" }).waitFor()
      const card = page.locator(".rozetkapay-card", { hasText: "1111" })
      await card.locator(".rozetkapay-ask-delete").click()
      await card.locator(".rozetkapay-delete").click()
      await page.reload()
      await page.locator(".rozetkapay-saved-cards", { hasText: "карток немає" }).waitFor()
      await page.locator("#log-out").click()
      await page.locator("#log-in").waitFor()
      await page.context().close()
    })
  })
}
